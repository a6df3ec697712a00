import { isKnownType } from '@lyceum/contracts';
import type { Consumer } from './consumer.ts';
import { findParkedTypes } from './dead-letters.ts';
import type { ConsumerContext } from './dispatch.ts';
import { replay } from './replay.ts';

/**
 * Replays what was parked because a former release did not know its type, and this one does, with what it has kept back.
 * @throws where the database cannot be used or a consumer is being rebuilt
 */
export async function takeUpParked(context: ConsumerContext, consumers: readonly Consumer[]): Promise<void> {
  const { dataSource, log, isKnown = isKnownType } = context;
  for (const { consumer, type } of await findParkedTypes(dataSource.manager)) {
    const mine = consumers.find(({ name }) => name === consumer);
    if (!mine || !(isKnown(type) || mine.handlers.has(type))) continue;
    let taken = 0;
    for await (const replayed of replay(context, consumers, { consumer, type, reason: 'UNKNOWN_TYPE' })) {
      if (replayed.outcome !== 'failed') taken += 1;
      else {
        const { id: event, type } = replayed.letter.envelope;
        log.warn({ consumer, event, type, error: replayed.error }, 'could not apply an event that was parked');
      }
    }
    log.info({ consumer, type, taken }, 'took up what was parked');
  }
}
