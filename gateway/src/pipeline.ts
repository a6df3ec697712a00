import './apollo/environment.ts';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { DocumentStore } from '@lyceum/subgraph';
import type { Logger, Tracer } from '@lyceum/telemetry';
import type { GatewayContext } from './context.ts';
import type { FormatError } from './errors.ts';
import { letOthersRunBeforePlanning } from './limits/let-others-run.ts';
import { limitAnswers } from './limits/limit-answers.ts';
import type { RecentWrites } from './read-your-writes/recent-writes.ts';
import { createDataSource } from './subgraphs/data-source.ts';
import type { SubgraphConnection } from './subgraphs/subgraph-connection.ts';
import type { Generation } from './supergraph/generation.ts';

/** Size of query plans as JSON; in memory they take several times as much. */
const planStoreMegabytes = 8;

export type Pipeline = ApolloServer<GatewayContext>;

/**
 * Starts Apollo Server over the query planner; it executes every prepared query and mutation, from HTTP or sockets. It
 * makes no check that `prepareOperation` has not made before.
 */
export async function startPipeline(options: {
  generation: Generation;
  connections: ReadonlyMap<string, SubgraphConnection>;
  mode: 'development' | 'production';
  introspection: boolean;
  apollo?: { key: string; graphRef: string } | undefined;
  formatError: FormatError;
  recentWrites: RecentWrites;
  tracer: Tracer;
  log: Logger;
}): Promise<Pipeline> {
  const { connections, recentWrites, tracer, log } = options;
  const gateway = new ApolloGateway({
    supergraphSdl: options.generation.plannerSdl,
    buildService({ name }) {
      const connection = connections.get(name);
      if (!connection) throw new Error(`No connection to the subgraph "${name}"`);
      return createDataSource(connection, recentWrites, tracer, log);
    },
    logger: log,
    experimental_approximateQueryPlanStoreMiB: planStoreMegabytes,
  });
  const server = new ApolloServer<GatewayContext>({
    gateway,
    ...(options.apollo ? { apollo: options.apollo } : {}),
    introspection: options.introspection,
    documentStore: new DocumentStore(),
    persistedQueries: false,
    hideSchemaDetailsFromClientErrors: !options.introspection,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    nodeEnv: options.mode,
    logger: log,
    formatError: options.formatError,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      limitAnswers(),
      letOthersRunBeforePlanning(),
      ...(options.apollo ? [] : [ApolloServerPluginUsageReportingDisabled()]),
    ],
  });
  await server.start();
  return server;
}
