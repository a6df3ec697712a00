import { type GraphQLAnswer, openLive } from '@lyceum/client';
import type { Outcome } from './access-table.ts';

type Errors = GraphQLAnswer<unknown>['errors'];

/** The result of subscribing: the first event, or the code of the refusal. The feed needs an event to begin with. */
export async function subscriptionOutcome(
  url: string,
  document: string,
  token: string | undefined,
): Promise<{ outcome: Outcome | string; errors: Errors }> {
  const live = openLive(url, document, {}, token);
  const first = live.next().then(
    () => ({ outcome: 'yes', errors: undefined }),
    async () => {
      const reason = await live.ended;
      if (!Array.isArray(reason)) throw new Error(`The subscription ended without a reason: ${String(reason)}`);
      const errors = reason as Errors;
      return { outcome: String(errors?.[0]?.extensions.code), errors };
    },
  );
  try {
    return await first;
  } finally {
    await live.close();
  }
}
