import { describeStatements } from '@lyceum/subgraph/testing';
import { course } from './subgraph.ts';
import { statementSeeds } from './testing/statement-seeds.ts';

describeStatements(() => course, statementSeeds);
