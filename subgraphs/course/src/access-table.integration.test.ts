import { describeAccess } from '@lyceum/subgraph/testing';
import { course } from './subgraph.ts';
import { accessRules } from './testing/access.table.ts';

describeAccess(() => course, accessRules);
