import type { GraphQLDataSource } from '@apollo/gateway';
import type { SubgraphOperation } from '@lyceum/subgraph';
import { currentRequest, type Logger, noteErrors, type Span, type Tracer } from '@lyceum/telemetry';
import type { FormattedExecutionResult } from 'graphql';
import type { GatewayContext } from '../context.ts';
import { asFormatted } from '../errors.ts';
import type { RecentWrites } from '../read-your-writes/recent-writes.ts';
import { placeFault } from './place-fault.ts';
import type { SubgraphConnection } from './subgraph-connection.ts';
import { ofMutation, SubgraphFault, tooLarge } from './subgraph-fault.ts';

/**
 * A subgraph for the executor of query plans. If the subgraph gives no answer, every requested field gets its own
 * error, and the rest of the operation continues.
 */
export function createDataSource(
  connection: SubgraphConnection,
  recentWrites: RecentWrites,
  tracer: Tracer,
  log: Logger,
): GraphQLDataSource<GatewayContext> {
  async function fetch(operation: SubgraphOperation, context: GatewayContext, span: Span): Promise<Response> {
    const { caller, lifetime, allowance } = context;
    const isMutation = operation.query.startsWith('mutation');
    const time = { signal: isMutation ? lifetime.late : lifetime.unwanted, remainingMs: lifetime.remainingMs() };
    const writes = recentWrites.of(context);
    try {
      const inRequest = writes.tell({ ...caller, request: currentRequest() ?? caller.request });
      const response = toResponse(await connection.execute(operation, inRequest, time));
      writes.note(response.extensions);
      if (!allowance.take(response.data)) throw tooLarge(connection.name);
      noteErrors(span, response.errors);
      return response;
    } catch (error) {
      if (!(error instanceof SubgraphFault)) throw error;
      const level = error.extensions.code === 'OPERATION_CANCELLED' ? 'debug' : 'warn';
      log[level]({ subgraph: connection.name, code: error.extensions.code, err: error.cause }, error.message);
      span.fail(error);
      const fault = isMutation ? ofMutation(error) : error;
      return { errors: placeFault(fault, operation.query, operation.variables ?? undefined) };
    }
  }

  return {
    async process(options) {
      if (!('incomingRequestContext' in options)) {
        throw new Error('Unexpected request to a subgraph: the gateway reads the supergraph from a file');
      }
      const { query, variables, operationName } = options.request;
      if (query === undefined) throw new Error('A fetch of a query plan must have a query');
      const operation = { query, variables, operationName };
      const attributes = { 'peer.service': `lyceum-${connection.name}`, 'graphql.operation.name': operationName };
      return tracer.span(`fetch ${connection.name}`, { kind: 'client', attributes }, (span) =>
        fetch(operation, options.context, span),
      );
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
