import { type SigningKey, signatureHeader, signRequest } from '@lyceum/auth';
import { afterHeader, type Caller, clientAddressHeader, timeoutHeader } from '@lyceum/subgraph';
import type { FormattedExecutionResult } from 'graphql';
import { Pool } from 'undici';
import { longestAnswer } from '../limits/limits.ts';
import { runUntil } from './cut-off.ts';
import { readText } from './read-text.ts';
import { createRemoteSocket } from './remote-socket.ts';
import type { SubgraphConnection } from './subgraph-connection.ts';
import { SubgraphFault, signatureRefused, timedOut, tooLarge, unavailable } from './subgraph-fault.ts';

/**
 * A subgraph behind a URL: HTTP over a pool of kept-alive connections, all subscriptions over one shared socket. Every
 * operation carries the viewer's token and the gateway's signature.
 */
export function connectRemotely(options: {
  name: string;
  url: URL;
  signingKey: SigningKey;
  deadlineMs: number;
}): SubgraphConnection {
  const { name, url, signingKey, deadlineMs } = options;
  const pool = new Pool(url.origin, { connections: 64, keepAliveTimeout: 4_000, pipelining: 1 });
  const socket = createRemoteSocket(options);

  async function withDeadline<Result>(
    send: (signal: AbortSignal) => Promise<Result>,
    signal?: AbortSignal,
  ): Promise<Result> {
    try {
      return await runUntil(send, { milliseconds: deadlineMs, late: () => timedOut(name, deadlineMs), signal });
    } catch (error) {
      throw error instanceof SubgraphFault ? error : unavailable(name, error);
    }
  }

  return {
    name,
    execute: (operation, caller, { signal: wanted, remainingMs }) =>
      withDeadline(async (signal) => {
        const timeoutMs = Math.min(deadlineMs, remainingMs);
        const response = await pool.request({
          method: 'POST',
          path: url.pathname + url.search,
          headers: headersFor(caller, timeoutMs, await signRequest(signingKey, name, operation)),
          body: JSON.stringify(operation),
          signal,
        });
        const body = await readText(response.body, longestAnswer);
        if (body === undefined) throw tooLarge(name);
        return toResult(name, response.statusCode, body);
      }, wanted),
    subscribe: socket.subscribe,
    checkHealth: () =>
      withDeadline(async (signal) => {
        const response = await pool.request({ method: 'GET', path: '/health/ready', signal });
        const body = await response.body.text();
        if (response.statusCode !== 200) throw new Error(`answered ${response.statusCode}: ${body.slice(0, 200)}`);
      }),
    async close() {
      socket.close();
      await pool.destroy();
    },
  };
}

function headersFor(caller: Caller, timeoutMs: number, signature: string): Record<string, string> {
  return {
    [timeoutHeader]: String(Math.max(timeoutMs, 1)),
    'content-type': 'application/json',
    accept: 'application/json',
    [signatureHeader]: signature,
    'x-request-id': caller.request.requestId,
    ...(caller.request.clientAddress && { [clientAddressHeader]: caller.request.clientAddress }),
    ...(caller.request.traceparent && { traceparent: caller.request.traceparent }),
    ...(caller.after && { [afterHeader]: caller.after.join(',') }),
    ...(caller.token === undefined ? {} : { authorization: `Bearer ${caller.token}` }),
  };
}

/** Reads a GraphQL answer regardless of its status: Apollo Server answers request errors with 400, for example. */
function toResult(service: string, status: number, body: string): FormattedExecutionResult {
  let result: unknown;
  try {
    result = JSON.parse(body);
  } catch {
    throw unavailable(service, new Error(`Answered ${status} without JSON: ${body.slice(0, 200)}`));
  }
  if (typeof result !== 'object' || result === null || !('data' in result || 'errors' in result)) {
    throw unavailable(service, new Error(`Answered ${status} without GraphQL: ${body.slice(0, 200)}`));
  }
  const refusal = signatureRefused(service, (result as FormattedExecutionResult).errors);
  if (refusal) throw refusal;
  return result as FormattedExecutionResult;
}
