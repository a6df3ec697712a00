import type { EventEnvelope } from '@lyceum/contracts';
import type { Logger } from '@lyceum/telemetry';
import type { TransportObserver } from '../observer.ts';
import { readRecords } from './record.ts';
import type { SessionOptions } from './session.ts';
import type { MalformedRecord } from './settings.ts';

/**
 * Delivers a partition's events to a subscription and parks records that are not events, in order: records after a
 * malformed one are delivered only once it is parked.
 */
export function createHandOver(options: {
  readonly group: string;
  readonly observer: TransportObserver;
  readonly log: Logger;
  /** Rejects if the events must be redelivered. */
  give(envelopes: readonly EventEnvelope[]): Promise<void>;
  /** Rejects if the record must be redelivered. */
  putAside(record: MalformedRecord): Promise<void>;
}): SessionOptions['handle'] {
  const { group, observer, log, give, putAside } = options;

  return async (topic, partition, messages) => {
    const { envelopes, malformed } = readRecords(messages);
    const [first] = messages;
    if (envelopes.length === 0 && malformed && first) {
      observer.handled(group, 'malformed', 1);
      const { offset, key, value } = first;
      log.error({ err: malformed, group, topic, partition, offset }, 'a record is not an event and is parked');
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
