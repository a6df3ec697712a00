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
 * some 50 ms for 500 fields and three times as long for 1,000, and nothing else runs meanwhile.
 */
export const defaultLimits: Limits = {
  characters: 100_000,
  tokens: 10_000,
  brackets: 64,
  depth: 20,
  nesting: 48,
  fields: 500,
  rootFields: 50,
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
 * What one operation may cost, by role. The costliest registered operation, a roll of 100 learners with their grades,
 * comes to about a quarter of an instructor's limit; the largest page of a student's client to a tenth of a student's. Somebody who is not
 * signed in registers, signs in, and may read the schema.
 */
export const defaultCostLimits: CostLimits = { ANONYMOUS: 10_000, STUDENT: 10_000, INSTRUCTOR: 20_000, ADMIN: 20_000 };
