import { createTokenVerifier, generateSigningKey, publicKeys, type SigningKey, signAccessToken } from '@lyceum/auth';
import { newId, type Role, UserId } from '@lyceum/contracts';
import { createLogger } from '@lyceum/telemetry';
import type { ExecutionResult } from 'graphql';
import { type GatewayOptions, type RunningGateway, startGateway } from '../index.ts';
import { compose } from './compose.ts';
import { createFakeGraph, type FakeGraph } from './fake-graph.ts';
import { type ListeningSubgraph, listen } from './listen.ts';

export interface Harness {
  readonly graph: FakeGraph;
  readonly gateway: RunningGateway;
  /** The subgraphs' servers, if they are reached by URL. */
  readonly remote: { readonly course: ListeningSubgraph; readonly people: ListeningSubgraph } | undefined;
  /** A token for a person of that role. */
  token(role: Role, lifetimeSeconds?: number): Promise<string>;
  query(query: string, options?: QueryOptions): Promise<Answer>;
  stop(): Promise<void>;
}

export interface QueryOptions {
  readonly variables?: Record<string, unknown>;
  readonly token?: string;
  readonly headers?: Record<string, string>;
}

export interface Answer extends ExecutionResult {
  readonly status: number;
  readonly headers: Headers;
}

/** Starts the fake subgraphs and a gateway, on free ports. */
export async function startHarness(
  route: 'local' | 'remote',
  overrides: Partial<GatewayOptions> = {},
): Promise<Harness> {
  const graph = createFakeGraph();
  const [gatewayKey, identityKey] = await Promise.all([generateSigningKey(), generateSigningKey()]);
  const remote = route === 'remote' ? await listenBoth(graph, gatewayKey) : undefined;
  const gateway = await startGateway({
    supergraph: compose([graph.course, graph.people]),
    subgraphs: new Map<string, FakeOrUrl>([
      ['course', remote?.course.url ?? graph.course],
      ['people', remote?.people.url ?? graph.people],
    ]),
    signingKey: gatewayKey,
    tokens: createTokenVerifier({ keys: publicKeys([identityKey]) }),
    host: '127.0.0.1',
    port: 0,
    mode: 'development',
    allowedOrigins: [],
    log: createLogger('gateway', 'silent'),
    ...overrides,
  });

  return {
    graph,
    gateway,
    remote,
    async token(role, lifetimeSeconds) {
      const { token } = await signAccessToken(
        identityKey,
        { userId: newId(UserId), role },
        new Date(),
        lifetimeSeconds,
      );
      return token;
    },
    async query(query, { variables, token, headers } = {}) {
      const response = await fetch(gateway.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...headers,
        },
        body: JSON.stringify({ query, variables }),
      });
      return { status: response.status, headers: response.headers, ...((await response.json()) as ExecutionResult) };
    },
    async stop() {
      await gateway.stop();
      // After every test: no subscription may still be open.
      const { values } = await gateway.metrics.subscriptions.get();
      const open = values.reduce((sum, { value }) => sum + value, 0);
      if (open !== 0) throw new Error(`${open} subscriptions outlived the gateway`);
      await Promise.all([remote?.course.stop(), remote?.people.stop()]);
    },
  };
}

type FakeOrUrl = FakeGraph['course'] | URL;

async function listenBoth(graph: FakeGraph, key: SigningKey) {
  const [course, people] = await Promise.all([listen(graph.course, key), listen(graph.people, key)]);
  return { course, people };
}
