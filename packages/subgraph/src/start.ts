import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { RequestVerifier, TokenVerifier } from '@lyceum/auth';
import { checkDatabase, openDatabase } from '@lyceum/database';
import { OperatorError } from '@lyceum/environment';
import {
  AppliedEvents,
  createOutbox,
  dispatch,
  ensurePartitions,
  observeEvents,
  type Relay,
  startMaintenance,
  startRelay,
  takeUpParked,
  topicsOf,
} from '@lyceum/outbox';
import { createMetrics, type Logger, type Metrics, noTracing, type Tracing } from '@lyceum/telemetry';
import type { EventSubscription, EventTransport } from '@lyceum/transport';
import { enforceAccess } from './access.ts';
import { Closing } from './closing.ts';
import { allConsumers, allMigrations, allOf, type Background, type SubgraphDefinition } from './definition.ts';
import { readOwnEnvironment } from './environment.ts';
import { createHttpServer } from './http.ts';
import { startHttpOperations } from './http-operations.ts';
import { limitExecution } from './limit-execution.ts';
import type { LocalSubgraph } from './local-subgraph.ts';
import { createOperations } from './operations.ts';
import { commonScalars } from './scalars.ts';
import { serveSubscriptions } from './socket.ts';
import { StaleTokens } from './stale-tokens/stale-tokens.ts';
import { wakingSpans } from './waking-spans.ts';

/** How long a stop waits for requests in flight. */
const answerWithinMs = 5_000;

export interface StartOptions {
  readonly databaseUrl: string;
  /** Maximum number of database connections; default 10. */
  readonly poolSize?: number | undefined;
  /** Null: events are not published; they stay in the outbox until a start with a transport. */
  readonly transport: EventTransport | null;
  readonly tokens: TokenVerifier;
  readonly log: Logger;
  /** The source of the subgraph's own variables; defaults to the environment of the process. */
  readonly environment?: Readonly<Record<string, string | undefined>> | undefined;
  /** Records spans; without it, contexts are only propagated. */
  readonly tracing?: Tracing;
  /** Metrics of other parts of this process, shown on `/metrics` with the subgraph's own. */
  readonly otherMetrics?: readonly Metrics[];
  /** Where to listen; without it the subgraph is reachable only in process. */
  readonly listen?: {
    readonly host: string;
    /** 0 lets the system choose. */
    readonly port: number;
    /** Null accepts operations without the gateway's signature: for exploring a standalone subgraph in development. */
    readonly verifier: RequestVerifier | null;
  };
}

export interface RunningSubgraph extends LocalSubgraph {
  /** `http://host:port/graphql`, if it listens. */
  readonly url: string | undefined;
  readonly metrics: Metrics;
  readonly routes: NonNullable<Background['routes']>;
  /** Starts publishing events from the outbox; call it when all consumers have subscribed. */
  startRelay(): void;
  /**
   * Stops in order: the socket and HTTP server, the relay, the consumers, the domain, the database.
   * Close an in-process transport before the first of the subgraphs that share it: events that it then does not publish
   * stay in their outboxes, but events published after a consumer has stopped are lost to that consumer.
   */
  stop(): Promise<void>;
}

/**
 * Runs a subgraph: opens and migrates its database, builds its domain and schema, applies parked events, subscribes its
 * consumers, and listens. If any step fails, everything opened before is closed.
 * @throws DatabaseUnavailable, or if the port is taken
 */
export async function startSubgraph(definition: SubgraphDefinition, options: StartOptions): Promise<RunningSubgraph> {
  const closing = new Closing();
  try {
    return await open(definition, options, closing);
  } catch (error) {
    await closing.close().catch((err) => options.log.warn({ err }, 'could not clean up after a failed start'));
    throw error;
  }
}

async function open(definition: SubgraphDefinition, options: StartOptions, closing: Closing): Promise<RunningSubgraph> {
  const { name } = definition;
  const { databaseUrl, transport, tokens, log, listen, tracing = noTracing } = options;
  const tracer = tracing.tracer(name);
  const environment = readOwnEnvironment(definition, options.environment);

  const dataSource = await openDatabase({
    url: databaseUrl,
    name,
    entities: definition.entities,
    migrations: allMigrations(definition),
    poolSize: options.poolSize,
  });
  closing.add(() => dataSource.destroy());
  await ensurePartitions(dataSource, new Date());

  let relay: Relay | undefined;
  const onCommitted = () => relay?.wake();
  const outbox = createOutbox(dataSource, onCommitted);
  const metrics = createMetrics(name);
  const observer = observeEvents(metrics.registry, dataSource);
  const instance = await definition.setup({ dataSource, outbox, log, metrics, tracer, environment });
  closing.add(() => instance.stop?.());

  const schema = limitExecution(
    enforceAccess(
      buildSubgraphSchema({
        typeDefs: definition.typeDefs,
        resolvers: { ...commonScalars, ...definition.resolvers } as never,
      }),
    ),
  );
  const consumers = allConsumers(definition);
  const staleTokens = new StaleTokens();
  const applied = transport && new AppliedEvents(dataSource, consumers);
  const operations = createOperations({
    schema,
    instance,
    tokens,
    staleTokens,
    log,
    metrics,
    tracer,
    applied,
  });
  const consuming = { dataSource, log, onCommitted, observer, tracer };
  // Before anything newer arrives, to keep the order.
  await takeUpParked(consuming, consumers);
  const maintenance = startMaintenance(consuming, consumers);
  closing.add(() => maintenance.stop());
  if (transport) {
    const subscribe = async (subscription: EventSubscription) => {
      const subscribed = await transport.subscribe(subscription);
      closing.add(() => subscribed.stop());
    };
    await subscribe({
      group: name,
      topics: topicsOf(consumers),
      async handle(envelopes) {
        await dispatch(consuming, consumers, envelopes);
        applied?.note(envelopes);
      },
    });
    const heard = [staleTokens.broadcast, ...(instance.broadcast ? [instance.broadcast] : [])];
    await subscribe(wakingSpans(tracer, allOf(heard)));
  }
  // After subscribing to changes, so that none is missed.
  await staleTokens.load(dataSource);
  // The relay stops before the consumers, which would miss anything it still publishes.
  closing.add(() => relay?.stop());

  const routes = instance.routes ?? new Map();
  // A broker that is down does not make a subgraph unready: writes continue, and the outbox keeps the events.
  const checkHealth = () => checkDatabase(dataSource);
  let url: string | undefined;
  if (listen) {
    const { host, verifier } = listen;
    const shown = [metrics, ...(options.otherMetrics ?? [])];
    const httpOperations = await startHttpOperations({ schema, operations, log });
    closing.add(() => httpOperations.stop());
    const http = createHttpServer({ operations: httpOperations, verifier, routes, checkHealth, metrics: shown, log });
    const sockets = serveSubscriptions(http, { operations, schema, verifier, log });
    closing.add(() => closeDoor(http, sockets));
    url = `http://${host}:${await listenOn(http, listen, name)}/graphql`;
  }

  return {
    name,
    url,
    metrics,
    routes,
    checkHealth,
    execute: operations.execute,
    subscribe: operations.subscribe,
    startRelay() {
      if (transport) relay ??= startRelay({ url: databaseUrl, source: `/${name}`, transport, log, observer, tracer });
    },
    stop: () => closing.close(),
  };
}

/** @returns the port, chosen by the system if 0 was requested */
async function listenOn(http: Server, { host, port }: { host: string; port: number }, name: string): Promise<number> {
  http.listen(port, host);
  try {
    await once(http, 'listening');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw cause;
    throw new OperatorError(
      'PORT_TAKEN',
      `Port ${port} of ${host} is taken: stop what uses it, or give ${name} another port.`,
      { cause },
    );
  }
  return (http.address() as AddressInfo).port;
}

/** Accepts nothing new, closes the sockets, and answers the requests in flight; cuts off those that take too long. */
async function closeDoor(http: Server, sockets: { close(): Promise<void> }): Promise<void> {
  const closed = new Promise((resolve) => http.close(resolve));
  const late = setTimeout(() => http.closeAllConnections(), answerWithinMs);
  await sockets.close();
  await closed;
  clearTimeout(late);
}
