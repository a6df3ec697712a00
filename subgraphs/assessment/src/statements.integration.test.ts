import { describeStatements } from '@lyceum/subgraph/testing';
import { assessment } from './index.ts';
import { statementSeeds } from './testing/statement-seeds.ts';

describeStatements(() => assessment, statementSeeds);
