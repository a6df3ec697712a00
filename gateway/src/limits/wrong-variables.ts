import { GraphQLError, type GraphQLSchema, getVariableValues, type OperationDefinitionNode } from 'graphql';

/** An error quotes the wrong value, which may be long. */
const longestMessage = 1_000;

/**
 * Checks what a client gave against the types of an operation's variables. Only the first thing that is wrong is told: a
 * list of 100,000 wrong values would otherwise become as many errors.
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
