import { describeAccess } from '@lyceum/subgraph/testing';
import { assessment } from './index.ts';
import { accessRules } from './testing/access.table.ts';

describeAccess(() => assessment, accessRules);
