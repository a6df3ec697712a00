import type { EventEnvelope } from '@lyceum/contracts';
import type { Logger } from '@lyceum/telemetry';
import type { TransportObserver } from '../observer.ts';
import { readRecords } from './record.ts';
import type { SessionOptions } from './session.ts';
import type { MalformedRecord } from './settings.ts';

/**
 * Gives the events that records hold to a subscription, and puts aside what is no event, each in its turn: what is behind a malformed
 * record is given only when that is safe.
 */
export function createHandOver(options: {
  readonly group: string;
  readonly observer: TransportObserver;
  readonly log: Logger;
  /** Rejects where the events are to come again. */
  give(envelopes: readonly EventEnvelope[]): Promise<void>;
  /** Rejects where the record is to come again. */
  putAside(record: MalformedRecord): Promise<void>;
}): SessionOptions['handle'] {
  const { group, observer, log, give, putAside } = options;

  return async (topic, partition, messages) => {
    const { envelopes, malformed } = readRecords(messages);
    const [first] = messages;
    if (envelopes.length === 0 && malformed && first) {
      observer.handled(group, 'malformed', 1);
      const { offset, key, value } = first;
      log.error({ err: malformed, group, topic, partition, offset }, 'a record is not an event and is put aside');
      await putAside({ group, topic, partition, offset, key, value, error: malformed });
      return 1;
    }
    try {
      await give(envelopes);
    } catch (error) {
      observer.handled(group, 'failure', envelopes.length);
      throw error;
    }
    observer.handled(group, 'success', envelopes.length);
    return envelopes.length;
  };
}
