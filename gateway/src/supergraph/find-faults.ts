import type { ObjectType, Schema } from '@apollo/federation-internals';
import {
  type ASTVisitor,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  introspectionTypes,
  isObjectType,
  NoSchemaIntrospectionCustomRule,
  specifiedRules,
  type ValidationContext,
  validate,
} from 'graphql';

/**
 * The faults of a document against the schema. If a validation rule throws on a document instead of reporting its
 * fault, that counts as a fault of the document.
 * @param options.introspection if false, nothing about the schema is revealed, not even by suggesting similar names
 * @param options.unplannable coordinates of introspection fields to refuse
 */
export function findFaults(
  schema: GraphQLSchema,
  document: DocumentNode,
  { introspection, unplannable }: { readonly introspection: boolean; readonly unplannable: ReadonlySet<string> },
): readonly GraphQLError[] {
  const rules = [...specifiedRules, introspection ? refuseFields(unplannable) : NoSchemaIntrospectionCustomRule];
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

/** Introspection fields that graphql-js supports and the planner does not, by coordinate. */
export function unplannableIntrospection(planned: Schema): ReadonlySet<string> {
  const coordinates = introspectionTypes.filter(isObjectType).flatMap((type) => {
    const known = planned.type(type.name) as ObjectType | undefined;
    return Object.keys(type.getFields())
      .filter((field) => !known?.field(field))
      .map((field) => `${type.name}.${field}`);
  });
  return new Set(coordinates);
}

function refuseFields(coordinates: ReadonlySet<string>) {
  return (context: ValidationContext): ASTVisitor => ({
    Field(node) {
      const type = context.getParentType()?.name;
      const field = node.name.value;
      if (!coordinates.has(`${type}.${field}`)) return;
      context.reportError(new GraphQLError(`Cannot query field "${field}" on type "${type}".`, { nodes: node }));
    },
  });
}
