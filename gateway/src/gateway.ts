import { createServer } from 'node:http';
import { createMetrics, noTracing } from '@lyceum/telemetry';
import { createAccessControl } from './access/access-control.ts';
import { createCostControl } from './cost/cost-control.ts';
import { createDocuments } from './documents.ts';
import { createErrorFormatter } from './errors.ts';
import { createAddressReader } from './http/client-address.ts';
import { createOriginPolicy } from './http/cors.ts';
import { createGraphqlEndpoint } from './http/graphql-endpoint.ts';
import { closeWithTimeout, listen } from './http/listen.ts';
import { createRouter } from './http/router.ts';
import { createUpgradeHandler } from './http/upgrade.ts';
import { defaultCostLimits, defaultLimits } from './limits/limits.ts';
import { createOperationExecution } from './operations/execute-operation.ts';
import { createOperationPreparation } from './operations/prepare-operation.ts';
import type { GatewayOptions, RunningGateway } from './options.ts';
import { startPipeline } from './pipeline.ts';
import { RecentWrites } from './read-your-writes/recent-writes.ts';
import { createRoutes } from './routes.ts';
import { connectSubgraphs } from './subgraphs/connect.ts';
import { withTimeout } from './subgraphs/with-timeout.ts';
import { createOperationAdmission } from './subscriptions/socket-operations.ts';
import { createSocketServer } from './subscriptions/socket-server.ts';
import { createSubscriber } from './subscriptions/subscriber.ts';
import { createGeneration } from './supergraph/generation.ts';

/** Milliseconds that a stop waits for the last usage report, if reporting is on. */
const reportWithinMs = 1_500;

/**
 * Starts the gateway: one HTTP server whose `/graphql` takes queries and mutations over HTTP, and all operations,
 * including subscriptions, over WebSocket.
 * @throws {SupergraphError} if the supergraph is invalid or requires a feature that the gateway does not support
 * @throws {Error} if a subgraph has no address, or the port cannot be bound
 * @example
 * const gateway = await startGateway({ supergraph, subgraphs: new Map([['course', course.local]]), … });
 * console.log(gateway.url);
 * await gateway.stop();
 */
export async function startGateway(options: GatewayOptions): Promise<RunningGateway> {
  const { log, mode, tokens, drainWithinMs = 5_000, connectionInitWaitMs = 3_000 } = options;
  const metrics = createMetrics('gateway');
  const tracer = (options.tracing ?? noTracing).tracer('gateway');
  const formatError = createErrorFormatter(log);
  const documents = createDocuments({ ...defaultLimits, ...options.limits });

  const generation = createGeneration(options.supergraph);
  const access = createAccessControl(generation);
  const costs = createCostControl(generation, { ...defaultCostLimits, ...options.costLimits });
  const connections = connectSubgraphs({
    declared: generation.subgraphs,
    given: options.subgraphs,
    signingKey: options.signingKey,
    deadlineMs: options.subgraphDeadlineMs ?? 5_000,
  });

  const { operationDeadlineMs: deadlineMs = 10_000 } = options;
  const { apollo, introspection = mode === 'development' } = options;
  const recentWrites = new RecentWrites();
  const shared = { generation, connections, recentWrites, formatError, tracer, log };
  const pipeline = await startPipeline({ ...shared, mode, introspection, apollo });
  const prepare = createOperationPreparation({ generation, documents, access, costs, introspection });
  const execute = createOperationExecution({ pipeline, formatError, metrics });
  const subscriber = createSubscriber({ ...shared, metrics, deadlineMs });
  const admit = createOperationAdmission({ prepare, execute, subscriber, deadlineMs, formatError, tracer });
  const { schema } = generation;
  const addressOf = createAddressReader(options.trustedProxies ?? 0, log);
  const sockets = createSocketServer({
    schema,
    admit,
    tokens,
    connectionInitWaitMs,
    addressOf,
    mode,
    formatError,
    metrics,
    log,
  });

  let stopping: Promise<void> | undefined;
  const isStopping = () => stopping !== undefined;
  const isAllowedOrigin = createOriginPolicy(options);
  const graphql = createGraphqlEndpoint({ prepare, execute, tokens, deadlineMs, formatError, tracer });
  const routes = createRoutes(options, { graphql, connections, metrics, isStopping });
  const server = createServer(createRouter({ routes, isAllowedOrigin, addressOf, isStopping, log }));
  server.on('upgrade', createUpgradeHandler({ sockets, isAllowedOrigin, isStopping }));

  async function closeEverything(): Promise<void> {
    const answered = closeWithTimeout(server, drainWithinMs);
    await sockets.settled(drainWithinMs);
    await sockets.close();
    await answered;
    const late = () => new Error('The last usage report took too long');
    await withTimeout(pipeline.stop(), reportWithinMs, late).catch((error) => log.warn(error.message));
    await Promise.all([...connections.values()].map((connection) => connection.close()));
  }

  function stop(): Promise<void> {
    stopping ??= closeEverything();
    return stopping;
  }

  try {
    const origin = await listen(server, options.host, options.port);
    return { url: `${origin}/graphql`, metrics, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
