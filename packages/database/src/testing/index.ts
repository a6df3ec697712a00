export { countStatements } from './count-statements.ts';
export { inAnotherProcess } from './in-another-process.ts';
export { createTestDatabase, type TestDatabase, type TestDatabaseOptions } from './test-database.ts';
