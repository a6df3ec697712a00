import { describeAccess } from '@lyceum/subgraph/testing';
import { course } from './subgraph.ts';
import { accessRules } from './testing/index.ts';

describeAccess(() => course, ...accessRules);
