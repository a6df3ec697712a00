export { type AccessTable, readAccessTable } from './access/access-table.ts';
export type { AccessRules, AccessWorld, Ids } from './access/access-world.ts';
export { type AccessReport, checkAccess } from './access/check-access.ts';
export { describeAccess } from './access/describe-access.ts';
export {
  compareStatements,
  type SeededMany,
  type StatementComparison,
  type StatementSeeds,
} from './statements/compare-statements.ts';
export { describeStatements } from './statements/describe-statements.ts';
export { startTestSubgraph, type TestSubgraph } from './test-subgraph.ts';
