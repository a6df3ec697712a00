import type { GraphQLAnswer } from '@lyceum/client';
import type { Outcome } from './access-table.ts';

type Answer = Pick<GraphQLAnswer<Record<string, unknown>>, 'data' | 'errors'>;

/** What an answer gives at a path: the code of its error, or what is there. */
export function outcomeAt({ data, errors }: Answer, path: readonly (string | number)[]): Outcome | string {
  const [error] = errors ?? [];
  if (error) return String(error.extensions.code);
  let value: unknown = data;
  for (const [index, key] of path.entries()) {
    if (value === null || value === undefined) return index === 0 ? 'null' : 'none';
    value = (value as Record<string | number, unknown>)[key];
  }
  return outcomeOf(value);
}

export function outcomeOf(value: unknown): Outcome {
  if (value === null || value === undefined) return 'null';
  const items = Array.isArray(value) ? value : (value as { nodes?: unknown }).nodes;
  return Array.isArray(items) && items.length === 0 ? 'empty' : 'yes';
}

/** An answer as it is told, without what differs from request to request and with the given ids called by their place. */
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
