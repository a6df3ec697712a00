import type { Role } from '@lyceum/contracts';

/** What one document may ask for. An operation is measured with its fragments unfolded; a document by its worst operation. */
export interface Limits {
  /** Characters of the document. */
  readonly characters: number;
  /** Lexical tokens of the document. */
  readonly tokens: number;
  /** Brackets within brackets, of any kind. */
  readonly brackets: number;
  /** Fields within fields. */
  readonly depth: number;
  /** Selection sets within selection sets: fields, inline fragments and fragment spreads. */
  readonly nesting: number;
  /** Fields, each alias counted. */
  readonly fields: number;
  readonly rootFields: number;
  readonly directives: number;
}

/**
 * Several times what the largest page of a client needs; the introspection query of explorers fits too. The planner takes
 * some 50 ms for 500 fields of one subgraph, several times as long for fields of all, and nothing else runs meanwhile.
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

/** Operations that one socket may have open at a time. */
export const operationsPerSocket = 200;

/** Bytes of an answer, and of all that subgraphs answer for it. */
export const longestAnswer = 8 * 1024 * 1024;

/** Bytes of a request's body, variables included, and of a message on a socket. */
export const longestMessage = 4 * 1024 * 1024;

/** Whose operations are held to a cost limit of their own. */
export type CostBearer = Role | 'ANONYMOUS';

export type CostLimits = Readonly<Record<CostBearer, number>>;

/**
 * What one operation may cost, by role. The costliest registered operation, a roll of 100 learners with their grades, comes
 * to a sixth of an instructor's limit; the costliest of a student, starting an attempt, to a twelfth of a student's.
 * Somebody who is not signed in may register, sign in and, where introspection is on, read the schema once.
 */
export const defaultCostLimits: CostLimits = { ANONYMOUS: 10_000, STUDENT: 10_000, INSTRUCTOR: 15_000, ADMIN: 15_000 };

/**
 * Operations of one person, or of all who are not signed in at one network address. A page of a browser sends six at once at
 * most. Where this process has no time to spare (`busyLoad`, a share of the time), two of them keep it as busy as six would, and
 * others wait less behind them. Measured by `npm run bench -- bursts`.
 */
export const bulkheadLimits = { running: 6, runningWhenBusy: 2, busyLoad: 0.7, waiting: 300, waitMs: 5_000 } as const;
