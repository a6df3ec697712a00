import { randomUUID } from 'node:crypto';
import type { TestTokens, TestViewer } from '@lyceum/auth/testing';
import { type GraphQLAnswer, send } from '@lyceum/client';
import type { EventDefinition, EventEnvelope } from '@lyceum/contracts';
import { createTestDatabase, type TestDatabase } from '@lyceum/database/testing';
import { createLogger } from '@lyceum/telemetry';
import { until } from '@lyceum/testing';
import { createInProcessTransport, type EventTransport } from '@lyceum/transport';
import type { DataSource } from 'typeorm';
import { allMigrations, type SubgraphDefinition } from '../definition.ts';
import { type RunningSubgraph, startSubgraph } from '../start.ts';

/** A subgraph with its own database, reachable over HTTP on a free port, with its events recorded. */
export interface TestSubgraph {
  readonly subgraph: RunningSubgraph;
  readonly database: TestDatabase;
  /** The subgraph's own resources, for counting its statements. */
  readonly dataSource: DataSource;
  readonly transport: EventTransport;
  readonly url: string;
  /** Every event that the subgraph published, in order. */
  readonly published: readonly EventEnvelope[];
  /** Resolves when the outbox is empty: everything committed before has reached every consumer. */
  eventsCarried(): Promise<void>;
  /** Publishes an event of another domain; resolves when the subgraph's consumers have applied it. */
  hear<Payload>(event: EventDefinition<Payload>, payload: Payload, version: number): Promise<void>;
  send<Data = Record<string, never>>(
    document: string,
    variables?: Record<string, unknown>,
    viewer?: TestViewer,
  ): Promise<GraphQLAnswer<Data>>;
  stop(): Promise<void>;
}

/**
 * Starts a subgraph for a test file. Its pool has one connection by default, so code that needs a second one while
 * holding the first fails.
 * @example
 * beforeAll(async () => { tested = await startTestSubgraph(course, { tokens, topics: ['course.course'] }); });
 * afterAll(() => tested.stop());
 */
export async function startTestSubgraph(
  definition: SubgraphDefinition,
  options: { tokens: TestTokens; topics?: readonly string[]; poolSize?: number },
): Promise<TestSubgraph> {
  const log = createLogger(definition.name, 'silent');
  const transport = createInProcessTransport({ log });
  const published: EventEnvelope[] = [];
  await transport.subscribe({
    group: 'test',
    topics: options.topics ?? [],
    handle: async (envelopes) => void published.push(...envelopes),
  });
  const database = await createTestDatabase({
    name: definition.name,
    entities: definition.entities,
    migrations: allMigrations(definition),
  });
  let dataSource = database.dataSource;
  const observed: SubgraphDefinition = {
    ...definition,
    setup(runtime) {
      dataSource = runtime.dataSource;
      return definition.setup(runtime);
    },
  };
  const subgraph = await startSubgraph(observed, {
    databaseUrl: database.url,
    poolSize: options.poolSize ?? 1,
    transport,
    tokens: options.tokens.verifier,
    log,
    listen: { host: '127.0.0.1', port: 0, verifier: null },
  });
  subgraph.startRelay();
  const url = String(subgraph.url);
  return {
    subgraph,
    database,
    dataSource,
    transport,
    url,
    published,
    eventsCarried: () =>
      until(async () => (await database.dataSource.query('SELECT 1 FROM outbox LIMIT 1')).length === 0),
    hear: (event, payload, version) =>
      transport.publish([
        {
          specversion: '1.0',
          id: randomUUID(),
          source: '/test',
          type: event.type,
          subject: event.key(payload),
          time: new Date().toISOString(),
          datacontenttype: 'application/json',
          data: payload,
          aggregateversion: version,
        },
      ]),
    send: (document, variables, viewer) => send(url, document, variables, { token: viewer?.token }),
    async stop() {
      await subgraph.stop();
      await transport.close();
      await database.drop();
    },
  };
}
