import { type DocumentNode, GraphQLError, visit } from 'graphql';
import { badUserInput } from './errors.ts';

const surrogate = /\p{Surrogate}/u;

/**
 * More combining marks in a row than any language has (Unicode Standard Annex 15, Stream-Safe Text Format): bringing a long
 * run of them to a normal form takes time in proportion to the square of its length.
 */
const markRun = /\p{M}{31}/u;

/** What is expected of every text that comes in: PostgreSQL takes neither the NUL character nor half of a surrogate pair. */
const expected =
  'text without the NUL character, without half of a surrogate pair, and with at most 30 combining marks in a row';

/** Whether a text can be stored, and worked on in time proportional to its length. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && !surrogate.test(text) && !markRun.test(text);
}

const clean = new WeakSet<DocumentNode>();

/**
 * Refuses an operation that carries text which no database takes, or which takes too long to work on, before any resolver
 * meets it.
 * @throws BAD_USER_INPUT naming the variable, as a path, or the place in the document
 */
export function refuseUnstorableText(document: DocumentNode, variables: unknown): void {
  const path = findUnstorable(variables, 'variables');
  if (path) throw badUserInput(path, `expected ${expected}`);
  if (clean.has(document)) return;
  visit(document, {
    StringValue(node) {
      if (isStorable(node.value)) return;
      throw new GraphQLError(`Expected ${expected}.`, {
        nodes: node,
        extensions: { code: 'BAD_USER_INPUT' },
      });
    },
  });
  clean.add(document);
}

function findUnstorable(value: unknown, path: string): string | null {
  if (typeof value === 'string') return isStorable(value) ? null : path;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, item] of Object.entries(value)) {
    const found = findUnstorable(item, `${path}.${key}`);
    if (found) return found;
  }
  return null;
}
