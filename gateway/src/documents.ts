import { createHash } from 'node:crypto';
import { type DocumentNode, GraphQLError } from 'graphql';
import { BoundedCache } from './bounded-cache.ts';
import type { Limits } from './limits/limits.ts';
import { parseWithinLimits } from './limits/parse-within-limits.ts';

/** A cache of clients' documents: each is checked against the limits and parsed once. */
export interface Documents {
  /** @throws {GraphQLError} OPERATION_TOO_COMPLEX or GRAPHQL_PARSE_FAILED */
  parse(source: string): DocumentNode;
}

/** Total characters of cached documents; a parsed document takes about fifty times as many bytes. */
const charactersRemembered = 1_000_000;

export function createDocuments(limits: Limits): Documents {
  const remembered = new BoundedCache<string, DocumentNode | GraphQLError>(charactersRemembered);

  function parse(source: string): DocumentNode | GraphQLError {
    try {
      return parseWithinLimits(source, limits);
    } catch (error) {
      if (error instanceof GraphQLError) return error;
      throw error;
    }
  }

  return {
    parse(source) {
      const key = createHash('sha256').update(source).digest('base64');
      const result = remembered.get(key, () => parse(source), source.length);
      if (result instanceof GraphQLError) throw result;
      return result;
    },
  };
}
