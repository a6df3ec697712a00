import { describeStatements } from '@lyceum/subgraph/testing';
import { course } from './subgraph.ts';
import { statementSeeds } from './testing/index.ts';

describeStatements(() => course, ...statementSeeds);
