import { badUserInput } from './errors.ts';

/** The arguments for a page of a list. */
export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** A page to read: `limit` rows after the key, or from the start. */
export interface Page {
  readonly limit: number;
  readonly after: string | null;
}

export const pageSize = { default: 20, most: 100 } as const;

/**
 * Reads the arguments of a connection.
 * @throws BAD_USER_INPUT if `first` is not from 1 to 100, or `after` is not a cursor of this list
 */
export function readPage(args: PageArguments): Page {
  const limit = args.first ?? pageSize.default;
  if (!Number.isInteger(limit) || limit < 1 || limit > pageSize.most) {
    throw badUserInput('first', `expected a whole number from 1 to ${pageSize.most}, not ${limit}`);
  }
  return { limit, after: args.after == null ? null : decodeCursor(args.after) };
}

export interface Connection<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/**
 * Makes a connection of rows read with a limit one above the page size.
 * @param keyOf the sort key of a row, which becomes its cursor
 */
export function toConnection<Node>(rows: readonly Node[], page: Page, keyOf: (node: Node) => string): Connection<Node> {
  const nodes = rows.slice(0, page.limit);
  const edges = nodes.map((node) => ({ cursor: encodeCursor(keyOf(node)), node }));
  return { edges, nodes, pageInfo: { hasNextPage: rows.length > page.limit, endCursor: edges.at(-1)?.cursor ?? null } };
}

export function encodeCursor(key: string): string {
  return Buffer.from(key).toString('base64url');
}

/** @throws BAD_USER_INPUT if it is not a cursor at all */
export function decodeCursor(cursor: string): string {
  const key = Buffer.from(cursor, 'base64url').toString();
  if (key === '' || encodeCursor(key) !== cursor) throw badUserInput('after', 'expected a cursor returned by this API');
  return key;
}
