import { createHash } from 'node:crypto';
import { GraphQLError } from 'graphql';
import { BoundedCache } from '../bounded-cache.ts';

/** Characters of all documents that are remembered. */
const charactersRemembered = 2_000_000;

/**
 * Automatic persisted queries: a client sends the SHA-256 of a document, and the document itself only where it is not
 * known. They spare bandwidth; they allow nothing that the document would not.
 */
export class PersistedQueries {
  readonly #documents = new BoundedCache<string, string>(charactersRemembered);

  /**
   * The document that a request means.
   * @throws {GraphQLError} BAD_REQUEST where the hash is malformed or not that of the document, PERSISTED_QUERY_NOT_FOUND
   * where the document is to be sent
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

/** The code is that of the protocol: clients react to it by sending the document. */
function notFound(): GraphQLError {
  return new GraphQLError('PersistedQueryNotFound', {
    extensions: { code: 'PERSISTED_QUERY_NOT_FOUND', http: { status: 200 } },
  });
}
