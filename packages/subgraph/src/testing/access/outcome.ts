import type { GraphQLAnswer } from '@lyceum/client';
import type { Outcome } from './access-table.ts';

type Answer = Pick<GraphQLAnswer<Record<string, unknown>>, 'data' | 'errors'>;

type Path = readonly (string | number)[];

/** The result for a field of an object: the code of its error, or what it contains. */
export function outcomeAt({ data, errors = [] }: Answer, object: Path, key: string): Outcome | string {
  const found = valueAt(data, object);
  const isThere = found !== null && found !== undefined;
  // If one field made the whole object null, the errors of the others may be omitted.
  const path = isThere ? [...object, key] : object;
  const error = errors.find((each) => meets(each.path ?? [], path));
  if (error) return String(error.extensions.code);
  return isThere ? outcomeOf((found as Record<string, unknown>)[key]) : 'none';
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<string | number, unknown> | null | undefined)?.[key],
    data,
  );
}

/** Whether one path is a prefix of the other. */
function meets(one: Path, other: Path): boolean {
  return one.every((key, index) => index >= other.length || key === other[index]);
}

export function outcomeOf(value: unknown): Outcome {
  if (value === null || value === undefined) return 'null';
  const items = Array.isArray(value) ? value : (value as { nodes?: unknown }).nodes;
  return Array.isArray(items) && items.length === 0 ? 'empty' : 'yes';
}

/** An answer for comparison: without per-request data, and with the given ids replaced by their position. */
export function told({ data, errors }: Answer, ids: readonly string[]): string {
  const text = JSON.stringify({
    data,
    errors: errors?.map(({ message, path, extensions: { requestId: _requestId, ...extensions } }) => ({
      message,
      path,
      extensions,
    })),
  });
  return ids.reduce((shown, id, index) => shown.replaceAll(new RegExp(id, 'gi'), `id ${index}`), text);
}
