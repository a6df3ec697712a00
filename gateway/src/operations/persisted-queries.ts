import { createHash } from 'node:crypto';
import { GraphQLError } from 'graphql';
import { BoundedCache } from '../bounded-cache.ts';

/** Total characters of cached documents. */
const charactersRemembered = 2_000_000;

/**
 * Automatic persisted queries: a client sends the SHA-256 of a document, and the document itself only if it is unknown.
 * They save bandwidth; they are not an allowlist.
 */
export class PersistedQueries {
  readonly #documents = new BoundedCache<string, string>(charactersRemembered);

  /**
   * The document that a request refers to.
   * @throws {GraphQLError} BAD_REQUEST if the hash is malformed or does not match the document,
   * PERSISTED_QUERY_NOT_FOUND if the client must send the document
   */
  resolve(query: string | undefined, extension: unknown): string | undefined {
    if (extension === undefined || extension === null) return query;
    const { version, sha256Hash: hash } = extension as { version?: unknown; sha256Hash?: unknown };
    if (version !== 1 || typeof hash !== 'string' || !/^[\da-f]{64}$/.test(hash)) {
      throw refused(
        'extensions.persistedQuery: expected { "version": 1, "sha256Hash": <the SHA-256 of the document, 64 hexadecimal digits in lower case> }.',
      );
    }
    if (query === undefined) {
      const known = this.#documents.find(hash);
      if (known === undefined) throw notFound();
      return known;
    }
    if (createHash('sha256').update(query).digest('hex') !== hash) {
      throw refused('extensions.persistedQuery.sha256Hash is not the SHA-256 of the document in "query".');
    }
    return this.#documents.get(hash, () => query, query.length);
  }
}

function refused(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status: 400 } } });
}

/** The protocol defines this code: clients react to it by sending the document. */
function notFound(): GraphQLError {
  return new GraphQLError('PersistedQueryNotFound', {
    extensions: { code: 'PERSISTED_QUERY_NOT_FOUND', http: { status: 200 } },
  });
}
