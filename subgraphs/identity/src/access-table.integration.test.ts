import { describeAccess } from '@lyceum/subgraph/testing';
import { identity } from './index.ts';
import { accessRules } from './testing/index.ts';

describeAccess(({ signingKey }) => identity({ signingKey, openRoles: ['STUDENT'], accounts: [] }), ...accessRules);
