import { isKnownType } from '@lyceum/contracts';
import type { Consumer } from './consumer.ts';
import { findParkedTypes } from './dead-letters.ts';
import type { ConsumerContext } from './dispatch.ts';
import { BeingRebuilt } from './rebuild-lock.ts';
import { replay } from './replay.ts';

/**
 * Replays events that were parked because an older release did not know their type, if this one does, together with the
 * events they blocked. A consumer that is being rebuilt is skipped until the next run.
 * @throws if the database cannot be used
 */
export async function takeUpParked(context: ConsumerContext, consumers: readonly Consumer[]): Promise<void> {
  const { dataSource, isKnown = isKnownType } = context;
  for (const { consumer: name, type } of await findParkedTypes(dataSource.manager)) {
    const consumer = consumers.find((one) => one.name === name);
    if (!consumer || !(isKnown(type) || consumer.handlers.has(type))) continue;
    try {
      await takeUp(context, consumer, type);
    } catch (error) {
      if (!(error instanceof BeingRebuilt)) throw error;
      context.log.info({ consumer: name, type }, 'parked events will be applied after the rebuild of the consumer');
    }
  }
}

async function takeUp(context: ConsumerContext, consumer: Consumer, type: string): Promise<void> {
  const { log } = context;
  let taken = 0;
  for await (const replayed of replay(context, [consumer], { consumer: consumer.name, type, reason: 'UNKNOWN_TYPE' })) {
    if (replayed.outcome !== 'failed') {
      taken += 1;
      continue;
    }
    const { id: event, type } = replayed.letter.envelope;
    log.warn(
      { consumer: consumer.name, event, type, error: replayed.error },
      'could not apply an event that was parked',
    );
  }
  log.info({ consumer: consumer.name, type, taken }, 'applied parked events');
}
