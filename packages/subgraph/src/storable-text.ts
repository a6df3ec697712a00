import { type DocumentNode, GraphQLError, visit } from 'graphql';
import { badUserInput } from './errors.ts';

const surrogate = /\p{Surrogate}/u;

/**
 * More combining marks in a row than any language uses (Unicode Standard Annex 15, Stream-Safe Text Format):
 * normalizing a long run of them takes quadratic time.
 */
const markRun = /\p{M}{31}/u;

/** The requirements on all input text: PostgreSQL accepts neither the NUL character nor half of a surrogate pair. */
const expected =
  'text without the NUL character, without half of a surrogate pair, and with at most 30 combining marks in a row';

/** Whether a text can be stored, and processed in linear time. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && !surrogate.test(text) && !markRun.test(text);
}

const clean = new WeakSet<DocumentNode>();

/**
 * Refuses an operation with text that cannot be stored or takes too long to process, before any resolver runs.
 * @throws BAD_USER_INPUT naming the variable, as a path, or the location in the document
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
