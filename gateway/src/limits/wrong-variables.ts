import { GraphQLError, type GraphQLSchema, getVariableValues, type OperationDefinitionNode } from 'graphql';

/** An error quotes the invalid value, which may be long. */
const longestMessage = 1_000;

/**
 * Checks the given variables against their types. Reports only the first error: a list of 100,000 invalid values would
 * otherwise produce as many errors.
 * @throws {GraphQLError} BAD_USER_INPUT
 */
export function checkVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>> = {},
): void {
  const [error] = getVariableValues(schema, variableDefinitions, variables, { maxErrors: 1 }).errors ?? [];
  if (!error) return;
  const { message, nodes, extensions } = error;
  throw new GraphQLError(message.length > longestMessage ? `${message.slice(0, longestMessage)} …` : message, {
    ...(nodes ? { nodes } : {}),
    extensions: { ...extensions, code: 'BAD_USER_INPUT', http: { status: 400 } },
  });
}
