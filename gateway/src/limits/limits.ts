import type { Role } from '@lyceum/contracts';

/** Limits on one document. An operation is measured with its fragments expanded; a document by its worst operation. */
export interface Limits {
  /** Characters in the document. */
  readonly characters: number;
  /** Lexical tokens in the document. */
  readonly tokens: number;
  /** Nesting depth of brackets of any kind. */
  readonly brackets: number;
  /** Nesting depth of fields. */
  readonly depth: number;
  /** Nesting depth of selection sets: fields, inline fragments and fragment spreads. */
  readonly nesting: number;
  /** Fields, counting each alias. */
  readonly fields: number;
  readonly rootFields: number;
  readonly directives: number;
}

/**
 * Several times what a client's largest page needs; explorers' introspection query also fits. The planner takes about
 * 50 ms for 500 fields of one subgraph, several times as long for fields of all, and blocks the event loop meanwhile.
 */
export const defaultLimits: Limits = {
  characters: 100_000,
  tokens: 10_000,
  brackets: 64,
  depth: 20,
  nesting: 48,
  fields: 300,
  rootFields: 20,
  directives: 200,
};

/** Maximum number of open operations per socket. */
export const operationsPerSocket = 200;

/** Maximum bytes of an answer, and of all subgraph answers for it. */
export const longestAnswer = 8 * 1024 * 1024;

/** Maximum bytes of a request body, including variables, and of a socket message. */
export const longestMessage = 4 * 1024 * 1024;

/** The roles with their own cost limits, and anonymous viewers. */
export type CostBearer = Role | 'ANONYMOUS';

export type CostLimits = Readonly<Record<CostBearer, number>>;

/**
 * Cost limit of one operation, by role. The costliest registered operation, a roll of 100 learners with their grades,
 * takes a sixth of an instructor's limit; a student's costliest, starting an attempt, a twelfth of a student's. An
 * anonymous viewer may register, sign in and, if introspection is on, read the schema once.
 */
export const defaultCostLimits: CostLimits = { ANONYMOUS: 10_000, STUDENT: 10_000, INSTRUCTOR: 15_000, ADMIN: 15_000 };

/**
 * For the operations of one person, or of all anonymous viewers at one network address. A browser page sends at most
 * six at once. When this process is overloaded (`busyLoad`, a fraction of the time), two of them keep it as busy as six
 * would, and others wait less behind them. Measured by `npm run bench -- bursts`.
 */
export const bulkheadLimits = { running: 6, runningWhenBusy: 2, busyLoad: 0.7, waiting: 300, waitMs: 5_000 } as const;
