import { setTimeout as sleep } from 'node:timers/promises';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { send } from '@lyceum/client';
import type { DocumentNode } from 'graphql';

/** What says "not now": nobody knows whether it was done, and a client asks again. */
const temporary = new Set(['INTERNAL_SERVER_ERROR', 'SUBGRAPH_UNAVAILABLE', 'SUBGRAPH_TIMEOUT']);
const askAgainMs = 50;
/** Longer than any fault of the harness lasts. */
const giveUpAfterMs = 90_000;

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
 * @param options.askedAgain called whenever there was no answer, or "not now"
 * @param options.expected codes of refusals that pass by themselves, such as NOT_FOUND while an event is on its way
 * @throws {Refused} where the answer is an error that is neither temporary nor expected
 * @throws {Error} where there is no answer for a minute and a half
 */
export async function ask<Data, Variables extends Record<string, unknown>>(
  url: string,
  document: TypedDocumentNode<Data, Variables> | DocumentNode,
  variables: Variables,
  options: { token?: string | undefined; expected?: readonly string[]; askedAgain?: () => void } = {},
): Promise<Data> {
  const { token, expected = [], askedAgain = () => undefined } = options;
  const begin = Date.now();
  for (;;) {
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
    askedAgain();
    await sleep(askAgainMs);
  }
}
