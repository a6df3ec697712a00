import type { DocumentNode } from 'graphql';

/** A parsed document takes about fifty times as many bytes as its text. */
const charactersStored = 500_000;

/**
 * Apollo Server's cache of parsed and validated documents, limited by the total characters of their texts; evicts the
 * oldest first. Apollo Server's own store measures documents as JSON, which underestimates their memory.
 */
export class DocumentStore {
  readonly #documents = new Map<string, DocumentNode>();
  #characters = 0;

  async get(key: string): Promise<DocumentNode | undefined> {
    return this.#documents.get(key);
  }

  async set(key: string, document: DocumentNode): Promise<void> {
    await this.delete(key);
    this.#documents.set(key, document);
    this.#characters += sizeOf(document);
    for (const oldest of this.#documents.keys()) {
      if (this.#characters <= charactersStored) return;
      await this.delete(oldest);
    }
  }

  async delete(key: string): Promise<boolean> {
    const document = this.#documents.get(key);
    if (document) this.#characters -= sizeOf(document);
    return this.#documents.delete(key);
  }
}

function sizeOf({ loc }: DocumentNode): number {
  return loc?.source.body.length ?? 0;
}
