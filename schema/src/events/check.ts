import { findContractBreaks } from './compatible.ts';
import { readContract } from './published.ts';

/**
 * What the catalogue would break of the one before it, one sentence a fault; nothing where there was none.
 * @param readBefore the text of a file of `schema/events/` as it was; undefined where it did not exist
 */
export function findEventBreaks(
  readBefore: (file: string) => string | undefined,
  catalogue: ReadonlyMap<string, string>,
): string[] {
  const before = readContract(readBefore);
  const after = readContract((file) => catalogue.get(file));
  return before && after ? findContractBreaks(before, after) : [];
}
