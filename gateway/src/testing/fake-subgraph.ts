import { EventEmitter, once } from 'node:events';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { Caller, LocalSubgraph, SubgraphOperation } from '@lyceum/subgraph';
import {
  type ExecutionResult,
  execute,
  type FormattedExecutionResult,
  type GraphQLSchema,
  parse,
  subscribe,
  validate,
} from 'graphql';

export interface FakeSubgraph extends LocalSubgraph {
  readonly typeDefs: string;
  readonly schema: GraphQLSchema;
  /** Received operations, with their callers. */
  readonly received: { readonly operation: SubgraphOperation; readonly caller: Caller }[];
  healthy: boolean;
  /** The `extensions` of each answer to a mutation. */
  mutationExtensions: Record<string, unknown> | undefined;
  /** The `extensions` of each event of a subscription. */
  eventExtensions: Record<string, unknown> | undefined;
  /** Resolves once this many operations were received. */
  untilReceived(count: number): Promise<void>;
}

type Resolvers =
  NonNullable<Exclude<Parameters<typeof buildSubgraphSchema>[0], readonly unknown[]>> extends infer Module
    ? Module extends { resolvers?: infer Given }
      ? NonNullable<Given>
      : never
    : never;

/** A subgraph for tests: like that of `packages/subgraph`, without database and permissions. */
export function createFakeSubgraph(name: string, typeDefs: string, resolvers: Resolvers): FakeSubgraph {
  const arrived = new EventEmitter();
  const schema = buildSubgraphSchema({ typeDefs: parse(typeDefs), resolvers });

  function prepare(operation: SubgraphOperation, caller: Caller) {
    fake.received.push({ operation, caller });
    arrived.emit('operation');
    const document = parse(operation.query);
    const faults = validate(schema, document);
    if (faults.length > 0) throw new Error(`The gateway sent what ${name} cannot serve: ${faults.join('; ')}`);
    return {
      schema,
      document,
      contextValue: caller,
      ...(operation.variables ? { variableValues: operation.variables } : {}),
      ...(operation.operationName ? { operationName: operation.operationName } : {}),
    };
  }

  const fake: FakeSubgraph = {
    name,
    typeDefs,
    schema,
    received: [],
    healthy: true,
    mutationExtensions: undefined,
    eventExtensions: undefined,
    async untilReceived(count) {
      while (fake.received.length < count) await once(arrived, 'operation');
    },
    async execute(operation, caller) {
      const { mutationExtensions: extensions } = fake;
      const result = formatted(await execute(prepare(operation, caller)));
      return /^mutation\b/.test(operation.query) && extensions ? { ...result, extensions } : result;
    },
    async subscribe(operation, caller) {
      const result = await subscribe(prepare(operation, caller));
      if (!(Symbol.asyncIterator in result)) return formatted(result);
      const events: AsyncIterableIterator<FormattedExecutionResult> = {
        [Symbol.asyncIterator]: () => events,
        async next() {
          const event = await result.next();
          if (event.done) return event;
          const { eventExtensions: extensions } = fake;
          return { done: false, value: { ...formatted(event.value), ...(extensions && { extensions }) } };
        },
        async return() {
          await result.return(undefined);
          return { done: true, value: undefined };
        },
      };
      return events;
    },
    async checkHealth() {
      if (!fake.healthy) throw new Error(`${name} is not well`);
    },
  };
  return fake;
}

/** Errors as subgraphs format them: known codes unchanged, everything else masked. */
function formatted({ errors, ...result }: ExecutionResult): FormattedExecutionResult {
  if (!errors) return result;
  return {
    ...result,
    errors: errors.map((error) =>
      error.extensions.code
        ? error.toJSON()
        : {
            message: 'Something went wrong on our side.',
            ...(error.path ? { path: error.path } : {}),
            extensions: { code: 'INTERNAL_SERVER_ERROR' },
          },
    ),
  };
}
