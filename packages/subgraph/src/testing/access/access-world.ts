import type { TestTokens, TestViewer } from '@lyceum/auth/testing';
import type { TestSubgraph } from '../test-subgraph.ts';
import type { AccessTable } from './access-table.ts';

/** Ids by the name of their type: `{ Course: '…', Lesson: '…' }`. */
export type Ids = Readonly<Record<string, string>>;

/** What a domain creates for its table. */
export interface AccessWorld {
  /** By column of the table; undefined for an anonymous viewer. */
  readonly viewers: Readonly<Record<string, TestViewer | undefined>>;
  /** By the names of objects in the table. */
  readonly objects: Readonly<Record<string, Ids>>;
}

/** A domain's table with its test data. */
export interface AccessRules {
  readonly table: AccessTable;
  /**
   * Arguments of fields, by coordinate. Fields not listed take only `id`, or nothing. Those of mutations change nothing
   * that affects access: an edit expects a version that does not exist.
   */
  readonly arguments: Readonly<Record<string, (ids: Ids) => Readonly<Record<string, unknown>>>>;
  /** Fields of `Query` that return an entity in a list, as text around `SELECTION`. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  createWorld(tested: TestSubgraph, tokens: TestTokens): Promise<AccessWorld>;
}
