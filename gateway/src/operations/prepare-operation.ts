import type { Viewer } from '@lyceum/auth';
import { currentSpan, nameOperation } from '@lyceum/telemetry';
import {
  type DocumentNode,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
  OperationTypeNode,
  print,
  separateOperations,
} from 'graphql';
import type { AccessControl } from '../access/access-control.ts';
import { BoundedCache } from '../bounded-cache.ts';
import type { CostControl, OperationCost } from '../cost/cost-control.ts';
import type { Documents } from '../documents.ts';
import { checkVariables } from '../limits/wrong-variables.ts';
import type { Generation } from '../supergraph/generation.ts';
import { refuseConditionalRoot } from './check-subscription.ts';
import { malformed, type OperationRequest } from './operation-request.ts';
import { PersistedQueries } from './persisted-queries.ts';
import { selectOperation } from './select-operation.ts';
import { separateNames } from './separate/separate-names.ts';

/** What is planned and executed in place of what the client sent: one operation, under names that are safe to plan with. */
export interface PlannedOperation {
  readonly document: DocumentNode;
  readonly source: string;
  /** The answer, or an event, as the client asked for it. */
  restore<Result extends FormattedExecutionResult>(result: Result): Result;
}

/** An operation that may run. Whatever comes after works with this, never with what the client sent. */
export interface PreparedOperation {
  readonly operation: OperationDefinitionNode;
  readonly name: string | undefined;
  /** As the client gave them; they fit the types of the operation's variables. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly cost: OperationCost;
  /** @throws {GraphQLError} OPERATION_TOO_COMPLEX */
  plan(): PlannedOperation;
}

export type PrepareOperation = (request: OperationRequest, viewer: Viewer | null) => PreparedOperation;

/** Several errors at once, such as the faults of a document. */
export class OperationRefused extends Error {
  override readonly name = 'OperationRefused';
  constructor(readonly errors: readonly GraphQLError[]) {
    super(errors.map(({ message }) => message).join('; '));
  }
}

/** Characters of the operations whose planned form is remembered. */
const charactersRemembered = 1_000_000;

/**
 * Makes the one stage that every operation passes before it is planned, by HTTP and by socket alike: limits of the document,
 * the choice of the operation, validation, variables, access, cost. The operation is chosen once, so that what is checked is
 * what runs.
 * @returns a function that throws {GraphQLError} or {OperationRefused} with codes for the client
 */
export function createOperationPreparation(options: {
  generation: Generation;
  documents: Documents;
  access: AccessControl;
  costs: CostControl;
  introspection: boolean;
}): PrepareOperation {
  const { generation, documents, access, costs, introspection } = options;
  const { schema } = generation;
  const persisted = new PersistedQueries();
  const planned = new BoundedCache<string, PlannedOperation>(charactersRemembered);

  return ({ query, operationName, variables, extensions }, viewer) => {
    const source = persisted.resolve(query, extensions.persistedQuery);
    if (!source) throw malformed('query: expected the text of a document.');
    const document = documents.parse(source);
    const operation = selectOperation(document, operationName);
    const span = currentSpan();
    if (span) nameOperation(span, { type: operation.operation, name: operation.name?.value });
    const faults = generation.validate(document, { introspection });
    if (faults.length > 0) throw new OperationRefused(faults);
    if (operation.operation === OperationTypeNode.SUBSCRIPTION) refuseConditionalRoot(document, operation);
    checkVariables(schema, operation, variables);
    access.check(document, operation, viewer);
    const cost = costs.check(document, operation, variables, viewer);
    const name = operation.name?.value;
    return {
      operation,
      name,
      variables,
      cost,
      plan() {
        const conditions = valuesOfConditions(schema, operation, variables);
        const key = `${name ?? ''}\n${JSON.stringify(conditions)}\n${source}`;
        return planned.get(key, () => plan(schema, document, operation, conditions, source), key.length);
      },
    };
  };
}

function plan(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  source: string,
): PlannedOperation {
  const separated = separateNames({ schema, document, operation, variables });
  if (separated) return separated;
  const name = operation.name?.value ?? '';
  const alone = separateOperations(document)[name];
  if (!alone) throw new TypeError(`The document has no operation "${name}", though it was chosen`);
  const isWhole = alone.definitions.length === document.definitions.length;
  return { document: isWhole ? document : alone, source: isWhole ? source : print(alone), restore: (result) => result };
}

/** Coerced values of the variables that may decide `@skip` and `@include`: those of type Boolean. */
function valuesOfConditions(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const conditional = variableDefinitions.filter(({ type }) => print(type).replace('!', '') === 'Boolean');
  const { coerced, errors } = getVariableValues(schema, conditional, variables);
  if (!coerced) throw errors?.[0] ?? new GraphQLError('The variables are wrong');
  return coerced;
}
