import { type Change, CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema, type DocumentNode, validate } from 'graphql';
import { usedCoordinates } from './coordinates.ts';

/** An operation that a client is known to send. */
export interface RegisteredOperation {
  /** The file that contains it. */
  readonly name: string;
  readonly document: DocumentNode;
}

/**
 * What would break for clients with registered operations, one sentence per fault.
 * @param before the API for which the operations were written
 * @param after the proposed API
 */
export async function findBreaks(
  before: string,
  after: string,
  operations: readonly RegisteredOperation[],
): Promise<string[]> {
  const [schemaBefore, schemaAfter] = [buildSchema(before), buildSchema(after)];
  const faults = operations.flatMap(({ name, document }) =>
    validate(schemaAfter, document).map((error) => `${name} is no longer valid: ${error.message}`),
  );
  const breaking = (await diff(schemaBefore, schemaAfter)).filter(
    (change) => change.criticality.level === CriticalityLevel.Breaking,
  );
  for (const { name, document } of operations) {
    if (validate(schemaBefore, document).length > 0) continue;
    const used = usedCoordinates(schemaBefore, document);
    for (const change of breaking) {
      if (touches(change, used)) faults.push(`${name} relies on ${change.path}: ${change.message}`);
    }
  }
  return faults;
}

/**
 * An addition (a required argument) breaks users of the element it was added to; any other change, users of the changed
 * element.
 */
function touches(change: Change, used: ReadonlySet<string>): boolean {
  const path = change.path ?? '';
  if (used.has(path)) return true;
  return change.type.includes('ADDED') && used.has(path.slice(0, path.lastIndexOf('.')));
}
