import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { TokenVerifier } from '@lyceum/auth';
import { type Logger, type Metrics, requestScope } from '@lyceum/telemetry';
import {
  type ExecutionArgs,
  type ExecutionResult,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  Kind,
} from 'graphql';
import { type Context, handleProtocols, makeServer } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { authenticate } from '../authenticate.ts';
import { asFormatted, type FormatError } from '../errors.ts';
import { longestMessage } from '../limits/limits.ts';
import { withTimeout } from '../subgraphs/with-timeout.ts';
import { closeCodes } from './close-codes.ts';
import { longestQueue } from './completed-events.ts';
import { oneAnswer } from './one-answer.ts';
import { type SocketExtra, serveSocket } from './serve-socket.ts';
import { closeSocket, Session } from './session.ts';
import type { createOperationAdmission, SocketOperation } from './socket-operations.ts';
import { failureIn, SubscriptionFailed } from './subscription-failed.ts';

/** Maximum bytes buffered in a socket for a slow client. */
const mostBufferedBytes = 4 * 1024 * 1024;

export interface SocketServer {
  /** Takes over a connection that requested a WebSocket upgrade. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Resolves when the queries and mutations received over sockets are answered, or on the time limit. */
  settled(withinMs: number): Promise<void>;
  /** Closes every socket with 1001. */
  close(): Promise<void>;
}

type Params = Record<string, unknown>;
type SocketContext = Context<Params, SocketExtra & { session?: Session }>;

/** Serves operations over WebSocket, by the protocol graphql-transport-ws. */
export function createSocketServer(options: {
  schema: GraphQLSchema;
  admit: ReturnType<typeof createOperationAdmission>;
  tokens: TokenVerifier;
  connectionInitWaitMs: number;
  addressOf(request: IncomingMessage): string | undefined;
  formatError: FormatError;
  mode: 'development' | 'production';
  metrics: Metrics;
  log: Logger;
}): SocketServer {
  const { schema, admit, formatError, metrics, log } = options;
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: longestMessage,
    perMessageDeflate: false,
    handleProtocols,
  });
  const running = new Set<Promise<unknown>>();

  async function openSession(context: SocketContext): Promise<boolean> {
    const { connectionParams, extra } = context;
    const { socket, request } = extra;
    try {
      const authorization = connectionParams?.authorization ?? connectionParams?.Authorization;
      const header = typeof authorization === 'string' ? authorization : request.headers.authorization;
      const scope = requestScope({ clientAddress: options.addressOf(request) });
      const { caller, viewer } = await authenticate(header, scope, options.tokens);
      if (socket.readyState !== socket.OPEN) return false;
      extra.session = new Session(socket, caller, viewer, () => Object.values(context.subscriptions));
      return true;
    } catch (error) {
      const { reason } = error instanceof GraphQLError ? error.extensions : {};
      if (typeof reason === 'string') {
        closeSocket(socket, closeCodes.forbidden, `${reason}: connect again with a fresh token`);
      } else {
        log.error({ err: error }, 'The token of a socket could not be verified');
        closeSocket(socket, closeCodes.internalError, 'Internal server error');
      }
      return false;
    }
  }

  function openStream({ openSubscription, session }: SocketOperation) {
    if (!openSubscription) throw new Error('Only subscriptions are streams');
    const { socket } = session;
    return openSubscription((length) => {
      if (length > longestQueue || socket.bufferedAmount > mostBufferedBytes) {
        session.end(closeCodes.tooSlow, 'too slow: resubscribe with your last cursor');
      }
    });
  }

  const protocol = makeServer<Params, SocketExtra & { session?: Session }>({
    schema,
    connectionInitWaitTimeout: options.connectionInitWaitMs,
    onConnect: openSession,
    onSubscribe(context, _id, payload) {
      const { session } = context.extra;
      if (!session) throw new Error('An operation arrived before the session');
      if (session.socket.readyState !== session.socket.OPEN) return [new GraphQLError('The socket is closing')];
      try {
        const operation = admit(session, Object.keys(context.subscriptions).length, payload);
        return {
          schema,
          // graphql-ws uses it to detect subscriptions.
          document: { kind: Kind.DOCUMENT, definitions: [operation.operation] },
          contextValue: operation,
        };
      } catch (error) {
        if (error instanceof SubscriptionFailed) return [error.asGraphQLError()];
        throw error;
      }
    },
    execute(args) {
      const operation = operationOf(args);
      const answer = operation.execute() as Promise<ExecutionResult>;
      running.add(answer);
      answer.finally(() => running.delete(answer)).catch(() => undefined);
      return oneAnswer(answer, operation.leave);
    },
    subscribe: (args) => openStream(operationOf(args)) as AsyncIterableIterator<ExecutionResult>,
    onNext(context, _id, _payload, args, result) {
      context.extra.session?.endIfExpired();
      if (operationOf(args).openSubscription) metrics.subscriptionEvents.inc();
      return result as FormattedExecutionResult;
    },
    onError: (_context, _id, _payload, errors) =>
      errors.flatMap((error) => failureIn(error)?.errors ?? formatError(asFormatted(error), error)).map(asFormatted),
  });

  return {
    accept(request, socket, head) {
      server.handleUpgrade(request, socket, head, (opened) => serveSocket(protocol, opened, request, log));
    },
    async settled(withinMs) {
      const late = () => new Error('Operations of sockets are still running');
      await withTimeout(Promise.allSettled(running), withinMs, late).catch((error) => log.warn(error.message));
    },
    async close() {
      const closed = [...server.clients].map((client) => new Promise((resolve) => client.once('close', resolve)));
      for (const client of server.clients) closeSocket(client as WebSocket, closeCodes.goingAway, 'going away');
      await Promise.all(closed);
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function operationOf(args: ExecutionArgs): SocketOperation {
  return args.contextValue as SocketOperation;
}
