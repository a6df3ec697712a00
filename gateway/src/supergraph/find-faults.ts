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
 * The faults of a document against the schema. A rule that fails at a document, instead of finding what is wrong with it,
 * fails at a fault of the document: that is told as one.
 * @param options.introspection without it, nothing of the schema is told, not even by hints at other names
 * @param options.unplannable coordinates of introspection that is refused
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

/** Introspection that graphql-js knows and the planner does not, by coordinate. */
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
