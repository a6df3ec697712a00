import type { ExecutionResult, GraphQLFormattedError } from 'graphql';

/** An answer as far as it must be the same however an operation is executed. */
export interface ComparableAnswer {
  /** As text: the order of names counts. */
  readonly data: string;
  /**
   * The places that are null because something failed. Where several fields below one place fail, an executor may tell of
   * one or of all of them (GraphQL, section 6.4.4): they are one place here.
   */
  readonly failed: readonly string[];
}

export function comparable({ data, errors }: ExecutionResult): ComparableAnswer {
  return {
    data: JSON.stringify(data ?? null),
    failed: [...new Set((errors ?? []).map(({ path, message }) => placeOf(path, message, data)))].sort(),
  };
}

/** The longest part of an error's path that leads to a null. */
function placeOf(path: GraphQLFormattedError['path'], message: string, data: unknown): string {
  if (!path) return `no path: ${message}`;
  let value = data;
  const place: (string | number)[] = [];
  for (const step of path) {
    if (value === null || value === undefined) break;
    value = (value as Record<string | number, unknown>)[step];
    place.push(step);
  }
  return value === null ? place.join('.') : `${place.join('.')} is not null`;
}
