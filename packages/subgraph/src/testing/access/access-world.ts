import type { TestTokens, TestViewer } from '@lyceum/auth/testing';
import type { TestSubgraph } from '../test-subgraph.ts';
import type { AccessTable } from './access-table.ts';

/** Ids by the name of their type: `{ Course: '…', Lesson: '…' }`. */
export type Ids = Readonly<Record<string, string>>;

/** What a domain made for its table. */
export interface AccessWorld {
  /** By column of the table; undefined for somebody who is not signed in. */
  readonly viewers: Readonly<Record<string, TestViewer | undefined>>;
  /** By what the table calls objects. */
  readonly objects: Readonly<Record<string, Ids>>;
}

/** A domain's table with what it is tried on. */
export interface AccessRules {
  readonly table: AccessTable;
  /**
   * Arguments of fields, by coordinate. What is not here is taken by `id` alone, or takes nothing. Those of mutations change
   * nothing that decides about access: an edit expects a version that is not there.
   */
  readonly arguments: Readonly<Record<string, (ids: Ids) => Readonly<Record<string, unknown>>>>;
  /** Fields of `Query` through which an entity is reached in a list, as text around `SELECTION`. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  createWorld(tested: TestSubgraph, tokens: TestTokens): Promise<AccessWorld>;
}
