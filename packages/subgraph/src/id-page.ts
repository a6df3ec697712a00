import type { IdPage } from '@lyceum/database';
import type { z } from 'zod';
import { type Connection, type PageArguments, readPage, toConnection } from './connection.ts';
import { badUserInput } from './errors.ts';

/**
 * Reads the arguments of a connection whose cursors are ids.
 * @throws BAD_USER_INPUT if `first` is not from 1 to 100, or `after` is not a cursor of such a list
 */
export function readIdPage<Id extends z.ZodType<string>>(kind: Id, args: PageArguments): IdPage<z.output<Id>> {
  const { limit, after } = readPage(args);
  if (after === null) return { limit, after };
  const parsed = kind.safeParse(after);
  if (!parsed.success) throw badUserInput('after', 'expected a cursor returned by this list');
  return { limit, after: parsed.data };
}

/** A connection that counts the whole list on request. */
export interface CountedConnection<Node> extends Connection<Node> {
  readonly count: () => Promise<number>;
}

/**
 * The connection of a list whose cursors are ids.
 * @param rows one more than the page size, if there are as many
 * @param count of the whole list; for a list below an entity use a loader, so that the lists of many are counted
 * together
 */
export function toCountedConnection<Node extends { readonly id: string }>(
  rows: readonly Node[],
  page: IdPage<string>,
  count: () => Promise<number>,
): CountedConnection<Node> {
  return { ...toConnection(rows, page, (node) => node.id), count };
}

/** The resolvers of every connection type; its other fields are properties of the object. */
export const connectionResolvers = {
  totalCount: ({ count }: Pick<CountedConnection<unknown>, 'count'>): Promise<number> => count(),
};
