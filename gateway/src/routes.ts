import type { Metrics } from '@lyceum/telemetry';
import { createExplorerAssets } from './http/explorer.ts';
import { createReadiness, liveness } from './http/health.ts';
import { createGatewayJwks } from './http/jwks.ts';
import { createLandingPage, landingRoute } from './http/landing.ts';
import { createMetricsPage } from './http/metrics-page.ts';
import type { Route } from './http/router.ts';
import type { GatewayOptions } from './options.ts';
import type { SubgraphConnection } from './subgraphs/subgraph-connection.ts';

/** All routes of the gateway's HTTP server, by path. */
export function createRoutes(
  options: GatewayOptions,
  parts: {
    graphql: Route['handle'];
    connections: ReadonlyMap<string, SubgraphConnection>;
    metrics: Metrics;
    isStopping: () => boolean;
  },
): ReadonlyMap<string, Route> {
  const landing = createLandingPage(options);
  const others = options.otherMetrics ?? (() => []);
  return new Map<string, Route>([
    [
      '/graphql',
      {
        methods: ['GET', 'POST'],
        handle: (request, response, scope) =>
          landing.isWanted(request) ? landing.answer(request, response) : parts.graphql(request, response, scope),
      },
    ],
    ['/', landingRoute(landing)],
    ['/health/live', liveness],
    ['/health/ready', createReadiness(parts.connections, parts.isStopping, options.log)],
    ['/metrics', createMetricsPage(() => [parts.metrics, ...others()])],
    ['/.well-known/gateway-jwks.json', createGatewayJwks(options.signingKey)],
    ...(options.mode === 'development' ? [createExplorerAssets()] : []),
    ...[...(options.routes ?? [])].map(
      ([path, handle]) => [path, { methods: ['GET', 'HEAD', 'POST'], handle }] as const,
    ),
  ]);
}
