import { findContractBreaks } from './compatible.ts';
import { readContract } from './published.ts';

/**
 * The breaking changes from the previous catalogue, one sentence each; empty if there was none.
 * @param readBefore returns the previous text of a file in `schema/events/`; undefined if it did not exist
 */
export function findEventBreaks(
  readBefore: (file: string) => string | undefined,
  catalogue: ReadonlyMap<string, string>,
): string[] {
  const before = readContract(readBefore);
  const after = readContract((file) => catalogue.get(file));
  return before && after ? findContractBreaks(before, after) : [];
}
