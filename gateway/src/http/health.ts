import type { Logger } from '@lyceum/telemetry';
import type { SubgraphConnection } from '../subgraphs/subgraph-connection.ts';
import { respondJson } from './respond.ts';
import type { Route } from './router.ts';

/** `/health/live`: the process answers. */
export const liveness: Route = {
  methods: ['GET', 'HEAD'],
  handle: (_request, response) => respondJson(response, 200, { status: 'live' }),
};

/** `/health/ready`: whether the gateway and every subgraph can serve; names those that cannot. */
export function createReadiness(
  connections: ReadonlyMap<string, SubgraphConnection>,
  isStopping: () => boolean,
  log: Logger,
): Route {
  async function stateOf(connection: SubgraphConnection) {
    try {
      await connection.checkHealth();
      return [connection.name, { status: 'ready' }] as const;
    } catch (error) {
      // A subgraph's error is only logged: this page is public.
      log.warn({ subgraph: connection.name, err: error }, 'A subgraph is not ready');
      return [connection.name, { status: 'unavailable' }] as const;
    }
  }

  return {
    methods: ['GET', 'HEAD'],
    async handle(_request, response) {
      const subgraphs = await Promise.all([...connections.values()].map(stateOf));
      const ready = !isStopping() && subgraphs.every(([, { status }]) => status === 'ready');
      const status = isStopping() ? 'stopping' : ready ? 'ready' : 'unavailable';
      respondJson(response, ready ? 200 : 503, { status, subgraphs: Object.fromEntries(subgraphs) });
    },
  };
}
