import { describeStatements } from '@lyceum/subgraph/testing';
import { assessment } from './index.ts';
import { statementSeeds } from './testing/index.ts';

describeStatements(() => assessment, ...statementSeeds);
