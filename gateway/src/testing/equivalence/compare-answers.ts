import type { ExecutionResult, GraphQLFormattedError } from 'graphql';

/** The part of an answer that must not depend on how an operation is executed. */
export interface ComparableAnswer {
  /** As text, because the order of names matters. */
  readonly data: string;
  /**
   * The positions that are null because of an error. If several fields below one position fail, an executor may report
   * one or all of them (GraphQL, section 6.4.4): they count as one position.
   */
  readonly failed: readonly string[];
}

export function comparable({ data, errors }: ExecutionResult): ComparableAnswer {
  return {
    data: JSON.stringify(data ?? null),
    failed: [...new Set((errors ?? []).map(({ path, message }) => placeOf(path, message, data)))].sort(),
  };
}

/** The longest prefix of an error's path that leads to a null. */
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
