import { EnvironmentError } from './environment.ts';

/**
 * Reads several parts of the environment and reports all their faults together.
 * @throws {EnvironmentError} with the faults of every part; any other error unchanged
 */
export async function readTogether<Parts extends readonly unknown[]>(
  ...reads: { [Index in keyof Parts]: () => Parts[Index] | Promise<Parts[Index]> }
): Promise<Parts> {
  const outcomes = await Promise.allSettled(reads.map(async (read) => read()));
  const reasons = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
  const other = reasons.find((reason) => !(reason instanceof EnvironmentError));
  if (other) throw other;
  if (reasons.length > 0) {
    throw new EnvironmentError([...new Set(reasons.flatMap((reason: EnvironmentError) => reason.faults))]);
  }
  return outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : undefined)) as unknown as Parts;
}
