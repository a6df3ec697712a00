/** All connections are in use, or what is asked for is locked by others: trying again in a moment helps. */
export class DatabaseBusy extends Error {
  override readonly name = 'DatabaseBusy';
  readonly code = 'DATABASE_BUSY';
}

/** Lock not available, serialization failure, deadlock detected: PostgreSQL rolled back, and a repetition may succeed. */
const retryable = new Set(['55P03', '40001', '40P01']);

/** Whether an operation failed because others were at work, so that repeating it may succeed. */
export function isBusy(error: unknown): boolean {
  if (error instanceof DatabaseBusy) return true;
  return error instanceof Error && 'code' in error && retryable.has(String(error.code));
}
