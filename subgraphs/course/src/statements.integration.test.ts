import { describeStatements } from '@lyceum/testing';
import { course } from './subgraph.ts';
import { statementSeeds } from './testing/statement-seeds.ts';

describeStatements(() => course, statementSeeds);
