import type { DocumentNode } from 'graphql';

/** A parsed document takes some fifty times as many bytes as its text. */
const charactersStored = 500_000;

/**
 * The documents that an Apollo Server keeps parsed and validated, up to so many characters of their texts together; the
 * oldest go first. Apollo Server's own store measures documents as JSON, which misses most of what they take in memory.
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
