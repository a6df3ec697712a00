import { describeStatements } from '@lyceum/subgraph/testing';
import { identity } from './index.ts';
import { statementSeeds } from './testing/index.ts';

describeStatements(
  ({ signingKey }) => identity({ signingKey, openRoles: ['STUDENT'], accounts: [] }),
  ...statementSeeds,
);
