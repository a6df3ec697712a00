export { type GraphQLAnswer, type LiveSubscription, openLive, send } from '@lyceum/client';
export { type AccessTable, readAccessTable } from './access/access-table.ts';
export type { AccessRules, AccessWorld, Ids } from './access/access-world.ts';
export { type AccessReport, checkAccess } from './access/check-access.ts';
export { describeAccess } from './access/describe-access.ts';
export { countStatements } from './database/count-statements.ts';
export { inAnotherProcess } from './database/in-another-process.ts';
export { createTestDatabase, type TestDatabase, type TestDatabaseOptions } from './database/test-database.ts';
export { testServerUrl } from './environment.ts';
export {
  createTestTokens,
  startTestSubgraph,
  type TestSubgraph,
  type TestTokens,
  type TestViewer,
  until,
} from './graph/test-subgraph.ts';
export { type TestBroker, testBroker } from './kafka/test-broker.ts';
export {
  compareStatements,
  type SeededMany,
  type StatementComparison,
  type StatementSeeds,
} from './statements/compare-statements.ts';
export { describeStatements } from './statements/describe-statements.ts';
export { type CollectedSpan, startCollector, type TestCollector } from './tracing/collector.ts';
export { printTrace } from './tracing/print-trace.ts';
