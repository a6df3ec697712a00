import type { AddressInfo } from 'node:net';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { RequestVerifier, TokenVerifier } from '@lyceum/auth';
import { checkDatabase, openDatabase } from '@lyceum/database';
import {
  createOutbox,
  dispatch,
  ensurePartitions,
  type Relay,
  startRelay,
  topicsOf,
} from '@lyceum/outbox';
import { createMetrics, currentRequest, type Logger, type Metrics, requestScope } from '@lyceum/telemetry';
import type { EventTransport } from '@lyceum/transport';
import { enforceAccess } from './access.ts';
import { allMigrations, type BaseContext, type Domain, type SubgraphDefinition } from './definition.ts';
import { formatError } from './errors.ts';
import { createHttpServer } from './http.ts';
import type { LocalSubgraph } from './local-subgraph.ts';
import { createOperations } from './operations.ts';
import { commonScalars } from './scalars.ts';
import { serveSubscriptions } from './socket.ts';

export interface StartOptions {
  readonly databaseUrl: string;
  /** Null: nothing carries events; they stay in the outbox until a start that has a transport. */
  readonly transport: EventTransport | null;
  readonly tokens: TokenVerifier;
  readonly log: Logger;
  /** Where to listen; without it the subgraph is reached in process only. */
  readonly listen?: {
    readonly host: string;
    /** 0 lets the system choose. */
    readonly port: number;
    /** Null accepts operations that the gateway has not signed: for exploring alone, in development. */
    readonly verifier: RequestVerifier | null;
  };
}

export interface RunningSubgraph extends LocalSubgraph {
  /** `http://host:port/graphql`, where it listens. */
  readonly url: string | undefined;
  readonly metrics: Metrics;
  readonly routes: NonNullable<Domain<BaseContext>['routes']>;
  /** Starts carrying events out of the outbox; call it once everything that must hear them has subscribed. */
  startRelay(): void;
  /** Ends in order: the socket and HTTP server, the consumers, the relay, the domain, the database. */
  stop(): Promise<void>;
}

/**
 * Runs a subgraph: opens and migrates its database, builds its domain and schema, subscribes its consumers, listens.
 * @throws DatabaseUnavailable, or where the port is taken
 */
export async function startSubgraph<Context extends BaseContext>(
  definition: SubgraphDefinition<Context>,
  options: StartOptions,
): Promise<RunningSubgraph> {
  const { name } = definition;
  const { databaseUrl, transport, tokens, log, listen } = options;

  const dataSource = await openDatabase({
    url: databaseUrl,
    name,
    entities: definition.entities,
    migrations: allMigrations(definition),
  });
  await ensurePartitions(dataSource, new Date());

  let relay: Relay | undefined;
  const onCommitted = () => relay?.wake();
  const outbox = createOutbox(dataSource, onCommitted);
  const metrics = createMetrics(name);
  const domain = await definition.setup({ dataSource, outbox, log, metrics });

  const schema = enforceAccess(
    buildSubgraphSchema({
      typeDefs: definition.typeDefs,
      resolvers: { ...commonScalars, ...definition.resolvers } as never,
    }),
  );
  const server = new ApolloServer<Context>({
    schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [ApolloServerPluginInlineTraceDisabled()],
    formatError: (_formatted, error) => formatError(error, currentRequest() ?? requestScope({}), log),
  });
  await server.start();
  const operations = createOperations({ server, schema, domain, tokens, log, metrics });

  const consumers = domain.consumers ?? [];
  const subscriptions = transport
    ? await Promise.all([
        ...(consumers.length > 0
          ? [
              transport.subscribe({
                group: name,
                topics: topicsOf(consumers),
                handle: (envelope) => dispatch({ dataSource, log, onCommitted }, consumers, envelope),
              }),
            ]
          : []),
        ...(domain.broadcast ? [transport.subscribe({ group: null, ...domain.broadcast })] : []),
      ])
    : [];

  const routes = domain.routes ?? new Map();
  const checkHealth = () => checkDatabase(dataSource);
  const door = listen && (await openDoor());

  async function openDoor() {
    if (!listen) return undefined;
    const http = createHttpServer({ operations, verifier: listen.verifier, routes, checkHealth, metrics, log });
    const sockets = serveSubscriptions(http, { operations, schema, verifier: listen.verifier, log });
    await new Promise<void>((resolve, reject) => {
      http.once('error', reject);
      http.listen(listen.port, listen.host, resolve);
    });
    const { port } = http.address() as AddressInfo;
    return {
      url: `http://${listen.host}:${port}/graphql`,
      async close() {
        const closed = new Promise((resolve) => http.close(resolve));
        await sockets.close();
        http.closeIdleConnections();
        await closed;
      },
    };
  }

  return {
    name,
    url: door?.url,
    metrics,
    routes,
    checkHealth,
    execute: operations.execute,
    subscribe: operations.subscribe,
    startRelay() {
      if (transport) relay ??= startRelay({ url: databaseUrl, source: `/${name}`, transport, log });
    },
    async stop() {
      await door?.close();
      await Promise.all(subscriptions.map((subscription) => subscription.stop()));
      await relay?.stop();
      await domain.stop?.();
      await server.stop();
      await dataSource.destroy();
    },
  };
}
