import type { GraphQLDataSource } from '@apollo/gateway';
import type { Logger } from '@lyceum/telemetry';
import type { FormattedExecutionResult } from 'graphql';
import type { GatewayContext } from '../context.ts';
import { asFormatted } from '../errors.ts';
import { placeFault } from './place-fault.ts';
import type { SubgraphConnection } from './subgraph-connection.ts';
import { SubgraphFault } from './subgraph-fault.ts';

/**
 * A subgraph for the executor of query plans. Where the subgraph gives no answer, every field that it was asked for gets
 * an error of its own, and the rest of the operation goes on.
 */
export function createDataSource(connection: SubgraphConnection, log: Logger): GraphQLDataSource<GatewayContext> {
  return {
    async process(options) {
      if (!('incomingRequestContext' in options)) {
        throw new Error('The gateway reads the supergraph from a file: it asks subgraphs for nothing else');
      }
      const { query, variables, operationName } = options.request;
      if (query === undefined) throw new Error('A fetch of a query plan always has a query');
      try {
        return toResponse(await connection.execute({ query, variables, operationName }, options.context.caller));
      } catch (error) {
        if (!(error instanceof SubgraphFault)) throw error;
        log.warn({ subgraph: connection.name, code: error.extensions.code, err: error.cause }, error.message);
        return { errors: placeFault(error, query, variables) };
      }
    },
  };
}

type Response = Awaited<ReturnType<GraphQLDataSource['process']>>;

function toResponse(result: FormattedExecutionResult): Response {
  return {
    ...(result.data === undefined ? {} : { data: result.data }),
    ...(result.errors && result.errors.length > 0 ? { errors: result.errors.map(asFormatted) } : {}),
    ...(result.extensions ? { extensions: result.extensions } : {}),
  };
}
