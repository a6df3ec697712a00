/** All connections are in use, or the rows are locked by others: retrying shortly helps. */
export class DatabaseBusy extends Error {
  override readonly name = 'DatabaseBusy';
  readonly code = 'DATABASE_BUSY';
}

/** Lock not available, serialization failure, deadlock detected: PostgreSQL rolled back, and a retry may succeed. */
const retryable = new Set(['55P03', '40001', '40P01']);

/** Whether an operation failed because of concurrent work, so that a retry may succeed. */
export function isBusy(error: unknown): boolean {
  if (error instanceof DatabaseBusy) return true;
  return error instanceof Error && 'code' in error && retryable.has(String(error.code));
}
