import type { Invalid } from '@lyceum/contracts';

/** Somebody else has changed the object since the viewer read it. */
export interface Conflict<Current> {
  readonly outcome: 'CONFLICT';
  readonly current: Current;
}

/** The conflict of an edit if the object is not at the version that the editor saw, or null. */
export function conflictOf<Current extends { readonly version: number }>(
  current: Current,
  expectedVersion: number,
): Conflict<Current> | null {
  return current.version === expectedVersion ? null : { outcome: 'CONFLICT', current };
}

/** The `InvalidInput` of the graph. */
export function toInvalidInput({ field, message }: Invalid) {
  return { __typename: 'InvalidInput' as const, field, message };
}

/**
 * A conflict for the graph: both the current object and the editor's input.
 * @param edit `what` names the object in a sentence: `course`
 */
export function toConflict<Typename extends string, Current extends { readonly version: number }, Yours>(
  typename: Typename,
  { current }: Conflict<Current>,
  edit: { readonly what: string; readonly expectedVersion: number; readonly yours: Yours },
) {
  const { what, expectedVersion, yours } = edit;
  const message = `The ${what} is at version ${current.version}, not ${expectedVersion}: read it again before you change it.`;
  return { __typename: typename, message, current, yours };
}
