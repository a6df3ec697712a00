import { describeAccess } from '@lyceum/subgraph/testing';
import { assessment } from './index.ts';
import { accessRules } from './testing/index.ts';

describeAccess(() => assessment, ...accessRules);
