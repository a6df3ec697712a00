import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  NoSchemaIntrospectionCustomRule,
  specifiedRules,
  validate,
} from 'graphql';

/**
 * The faults of a document against the schema. A rule that fails at a document, instead of finding what is wrong with it,
 * fails at a fault of the document: that is told as one.
 * @param options.introspection without it, nothing of the schema is told, not even by hints at other names
 */
export function findFaults(
  schema: GraphQLSchema,
  document: DocumentNode,
  { introspection }: { readonly introspection: boolean },
): readonly GraphQLError[] {
  const rules = introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  return validateSafely(schema, document, rules).map(
    ({ message, nodes, extensions }) =>
      new GraphQLError(introspection ? message : message.replace(/ Did you mean .*$/s, ''), {
        ...(nodes ? { nodes } : {}),
        extensions: { ...extensions, code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } },
      }),
  );
}

function validateSafely(...given: Parameters<typeof validate>): readonly GraphQLError[] {
  try {
    return validate(...given);
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}
