import { setTimeout as sleep } from 'node:timers/promises';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { send } from '@lyceum/client';
import type { DocumentNode } from 'graphql';
import type { AcknowledgementLog } from './acknowledgement-log.ts';

/** What says "not now": nobody knows whether it was done, and a client asks again. */
const temporary = new Set(['INTERNAL_SERVER_ERROR', 'SUBGRAPH_UNAVAILABLE', 'SUBGRAPH_TIMEOUT']);
const askAgain = { firstMs: 50, longestMs: 200 };
/** Longer than any fault of the harness lasts. */
const giveUpAfterMs = 90_000;

/** Where the clients of a trial send operations, what they were told, and what ends them. */
export interface Clients {
  readonly url: string;
  readonly told: AcknowledgementLog;
  readonly signal: AbortSignal;
}

/** An answer that no fault excuses. */
export class Refused extends Error {
  constructor(
    message: string,
    readonly codes: readonly string[],
  ) {
    super(message);
    this.name = 'Refused';
  }
}

/**
 * Sends an operation until it is answered, as clients do that lose the connection: the operations of the harness can all be
 * repeated.
 * @param options.expected codes of refusals that pass by themselves, such as NOT_FOUND while an event is on its way
 * @throws {Refused} where the answer is an error that is neither temporary nor expected
 * @throws {Error} where there is no answer for a minute and a half, or the clients have been ended
 */
export async function ask<Data, Variables extends Record<string, unknown>>(
  { url, told, signal }: Clients,
  document: TypedDocumentNode<Data, Variables> | DocumentNode,
  variables: Variables,
  options: { token?: string | undefined; expected?: readonly string[] } = {},
): Promise<Data> {
  const { token, expected = [] } = options;
  const begin = Date.now();
  for (let pauseMs = askAgain.firstMs; ; pauseMs = Math.min(2 * pauseMs, askAgain.longestMs)) {
    const outcome = await send<Data, Variables>(url, document, variables, { token }).catch((error: Error) => error);
    if (!(outcome instanceof Error)) {
      const { data, errors } = outcome;
      if (!errors && data) return data;
      const codes = (errors ?? []).map(({ extensions }) => String(extensions?.code));
      if (!codes.every((code) => temporary.has(code) || expected.includes(code))) {
        throw new Refused(errors?.map(({ message }) => message).join('; ') ?? 'no data', codes);
      }
    }
    if (Date.now() - begin > giveUpAfterMs) {
      throw new Error(`No answer for ${giveUpAfterMs / 1_000} s`, { cause: outcome });
    }
    told.askAgain();
    await sleep(pauseMs, undefined, { signal });
  }
}
