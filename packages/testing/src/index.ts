export { countStatements } from './database/count-statements.ts';
export { createTestDatabase, type TestDatabase, type TestDatabaseOptions } from './database/test-database.ts';
export { type GraphQLAnswer, send } from './graph/client.ts';
export { type LiveSubscription, openLive } from './graph/live.ts';
export {
  createTestTokens,
  startTestSubgraph,
  type TestSubgraph,
  type TestTokens,
  type TestViewer,
  until,
} from './graph/test-subgraph.ts';
