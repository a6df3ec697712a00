import { type DocumentNode, GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';

/** Total characters of cached documents; a parsed document takes about fifty times as many bytes. */
const mostCharactersRemembered = 500_000;

/** The documents of a schema's operations, parsed and validated once. */
export class Documents {
  readonly #schema: GraphQLSchema;
  readonly #known = new Map<string, DocumentNode | readonly GraphQLError[]>();
  #characters = 0;

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  /** The document, or its errors. */
  read(query: string): DocumentNode | readonly GraphQLError[] {
    const known = this.#known.get(query);
    if (known) return known;
    const document = this.#parseAndValidate(query);
    this.#characters += query.length;
    if (this.#characters > mostCharactersRemembered) {
      this.#known.clear();
      this.#characters = query.length;
    }
    this.#known.set(query, document);
    return document;
  }

  #parseAndValidate(query: string): DocumentNode | readonly GraphQLError[] {
    try {
      const document = parse(query);
      const errors = validate(this.#schema, document);
      return errors.length > 0 ? errors.map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED')) : document;
    } catch (error) {
      if (error instanceof GraphQLError) return [withCode(error, 'GRAPHQL_PARSE_FAILED')];
      throw error;
    }
  }
}

function withCode(error: GraphQLError, code: string): GraphQLError {
  error.extensions.code = code;
  return error;
}
