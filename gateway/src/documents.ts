import { createHash } from 'node:crypto';
import { type DocumentNode, GraphQLError } from 'graphql';
import { BoundedCache } from './bounded-cache.ts';
import type { Limits } from './limits/limits.ts';
import { parseWithinLimits } from './limits/parse-within-limits.ts';

/** Documents that clients sent: each is held to the limits and parsed once, and what came of it is remembered. */
export interface Documents {
  /** @throws {GraphQLError} OPERATION_TOO_COMPLEX or GRAPHQL_PARSE_FAILED */
  parse(source: string): DocumentNode;
}

/** Characters of the documents that are remembered; a parsed document takes some fifty times as many bytes. */
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
