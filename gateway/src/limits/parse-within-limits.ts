import { type DocumentNode, GraphQLError, parse } from 'graphql';
import type { Limits } from './limits.ts';
import { measureDocument } from './measure-document.ts';
import { measureText } from './measure-text.ts';

/**
 * Parses a document, unless it exceeds the limits. Cheap measures come first, so that a refusal costs little.
 * @throws {GraphQLError} OPERATION_TOO_COMPLEX, naming the limit and the measured value, or GRAPHQL_PARSE_FAILED
 */
export function parseWithinLimits(source: string, limits: Limits): DocumentNode {
  hold('characters', source.length, limits);
  const text = reportSyntax(() => measureText(source, limits.tokens));
  hold('tokens', text.tokens, limits);
  hold('brackets', text.brackets, limits);
  const document = reportSyntax(() => parse(source));
  const measure = measureDocument(document);
  hold('nesting', measure.nesting, limits);
  hold('depth', measure.depth, limits);
  hold('fields', measure.fields, limits);
  hold('rootFields', measure.rootFields, limits);
  hold('directives', measure.directives, limits);
  return document;
}

const descriptions: Readonly<Record<keyof Limits, string>> = {
  characters: 'characters',
  tokens: 'tokens',
  brackets: 'levels of brackets',
  nesting: 'levels of selection sets',
  depth: 'levels of fields',
  fields: 'fields',
  rootFields: 'root fields',
  directives: 'directives',
};

function hold(limit: keyof Limits, measured: number, limits: Limits): void {
  const allowed = limits[limit];
  if (measured <= allowed) return;
  const amount = limit === 'tokens' ? `more than ${allowed}` : String(Math.min(measured, Number.MAX_SAFE_INTEGER));
  throw new GraphQLError(
    `The document is too complex: it has ${amount} ${descriptions[limit]}, but only ${allowed} are allowed. Request less, or split it into several operations.`,
    { extensions: { code: 'OPERATION_TOO_COMPLEX', limit, allowed, measured, http: { status: 400 } } },
  );
}

function reportSyntax<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new GraphQLError(error.message, {
      source: error.source,
      positions: error.positions,
      extensions: { code: 'GRAPHQL_PARSE_FAILED', http: { status: 400 } },
    });
  }
}
