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

/**
 * What is planned and executed instead of the client's document: one operation, with response names that are safe to
 * plan.
 */
export interface PlannedOperation {
  readonly document: DocumentNode;
  readonly source: string;
  /** Converts an answer or an event to the client's names. */
  restore<Result extends FormattedExecutionResult>(result: Result): Result;
}

/** An accepted operation. Later stages use only this, never the client's original. */
export interface PreparedOperation {
  readonly operation: OperationDefinitionNode;
  readonly name: string | undefined;
  /** As sent by the client; valid for the types of the operation's variables. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly cost: OperationCost;
  /** @throws {GraphQLError} OPERATION_TOO_COMPLEX */
  plan(): PlannedOperation;
}

export type PrepareOperation = (request: OperationRequest, viewer: Viewer | null) => PreparedOperation;

/** Several errors at once, such as a document's validation errors. */
export class OperationRefused extends Error {
  override readonly name = 'OperationRefused';
  constructor(readonly errors: readonly GraphQLError[]) {
    super(errors.map(({ message }) => message).join('; '));
  }
}

/** Total characters of the operations whose planned form is cached. */
const charactersRemembered = 1_000_000;

/**
 * Creates the single stage for all operations before planning, over HTTP and sockets: document limits, selection of the
 * operation, validation, variables, access, cost. The operation is selected once, so that what is checked is what runs.
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
    if (!source) throw malformed('query: expected the document as a string.');
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
  if (!alone) throw new TypeError(`The document lacks the selected operation "${name}"`);
  const isWhole = alone.definitions.length === document.definitions.length;
  return { document: isWhole ? document : alone, source: isWhole ? source : print(alone), restore: (result) => result };
}

/** Coerced values of the variables that can control `@skip` and `@include`: those of type Boolean. */
function valuesOfConditions(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const conditional = variableDefinitions.filter(({ type }) => print(type).replace('!', '') === 'Boolean');
  const { coerced, errors } = getVariableValues(schema, conditional, variables);
  if (!coerced) throw errors?.[0] ?? new GraphQLError('The variables are invalid');
  return coerced;
}
