import { createTokenVerifier, generateSigningKey, publicKeys, signAccessToken } from '@lyceum/auth';
import { newId, UserId } from '@lyceum/contracts';
import { createLogger } from '@lyceum/telemetry';
import {
  buildSchema,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  OperationTypeNode,
  parse,
  printSchema,
  validate,
} from 'graphql';
import { startGateway } from '../../index.ts';
import { refuseConditionalRoot } from '../../operations/check-subscription.ts';
import { selectOperation } from '../../operations/select-operation.ts';
import { createGeneration } from '../../supergraph/generation.ts';
import { compose } from '../compose.ts';
import { createFakeSubgraph } from '../fake-subgraph.ts';
import { SocketClient } from '../socket-client.ts';
import { mockData } from './mock-data.ts';
import type { RandomOperation } from './random-operation.ts';
import { entitiesOf, realSubgraphs } from './real-graph.ts';

/** The whole graph of the repository over mock data, once behind the gateway and once as one plain schema. */
export interface MockGraph {
  readonly schema: GraphQLSchema;
  isValid(operation: RandomOperation): boolean;
  /** The gateway's answer, using its subgraphs. */
  askGateway(operation: RandomOperation): Promise<ExecutionResult>;
  /** The single schema's answer, executed by graphql-js alone. */
  askPlainly(operation: RandomOperation): Promise<ExecutionResult>;
  stop(): Promise<void>;
}

const noLimit = Number.MAX_SAFE_INTEGER;
const costLimits = { ANONYMOUS: noLimit, STUDENT: noLimit, INSTRUCTOR: noLimit, ADMIN: noLimit };

export async function startMockGraph(): Promise<MockGraph> {
  const definitions = realSubgraphs();
  const entities = entitiesOf(definitions);
  const subgraphs = definitions.map(({ name, typeDefs }) => {
    const resolvers = Object.fromEntries(
      [...entities].map((entity) => [
        entity,
        { __resolveReference: ({ id }: { id: string }) => ({ __typename: entity, id }) },
      ]),
    );
    const fake = createFakeSubgraph(name, typeDefs, onlyKnown(typeDefs, resolvers));
    mockData(fake.schema, entities);
    return fake;
  });
  const supergraph = compose(subgraphs);
  const schema = mockData(buildSchema(printSchema(createGeneration(supergraph).schema)), entities);

  const key = await generateSigningKey();
  const gateway = await startGateway({
    supergraph,
    subgraphs: new Map(subgraphs.map((subgraph) => [subgraph.name, subgraph])),
    signingKey: key,
    tokens: createTokenVerifier({ keys: publicKeys([key]) }),
    host: '127.0.0.1',
    port: 0,
    mode: 'development',
    allowedOrigins: [],
    costLimits,
    log: createLogger('gateway', 'silent'),
  });
  const { token } = await signAccessToken(key, { userId: newId(UserId), role: 'ADMIN' }, new Date(), 3_600);

  async function firstEvent({ query, variables }: RandomOperation): Promise<ExecutionResult> {
    const client = await SocketClient.connect(gateway.url, token);
    try {
      client.subscribe('1', query, variables);
      return (await client.next('next')).payload ?? {};
    } finally {
      client.socket.close();
      await client.closed;
    }
  }

  return {
    schema,
    isValid({ query }) {
      const document = parse(query);
      try {
        const operation = selectOperation(document, undefined);
        if (operation.operation === OperationTypeNode.SUBSCRIPTION) refuseConditionalRoot(document, operation);
        return validate(schema, document).length === 0;
      } catch (error) {
        if (error instanceof GraphQLError) return false;
        throw error;
      }
    },
    async askGateway(operation) {
      if (isSubscription(operation)) return firstEvent(operation);
      const response = await fetch(gateway.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify(operation),
      });
      return (await response.json()) as ExecutionResult;
    },
    async askPlainly({ query, variables }) {
      const result = await execute({ schema, document: parse(query), variableValues: variables, rootValue: {} });
      // As after serialization: plain objects, and errors as data.
      return JSON.parse(JSON.stringify(result));
    },
    stop: () => gateway.stop(),
  };
}

function isSubscription({ query }: RandomOperation): boolean {
  return query.startsWith(OperationTypeNode.SUBSCRIPTION);
}

/** Resolvers of the types that a subgraph declares. */
function onlyKnown<Resolvers>(typeDefs: string, resolvers: Record<string, Resolvers>): Record<string, Resolvers> {
  const declared = new Set([...typeDefs.matchAll(/^(?:extend )?type (\w+)/gm)].map(([, name]) => name));
  return Object.fromEntries(Object.entries(resolvers).filter(([name]) => declared.has(name)));
}
