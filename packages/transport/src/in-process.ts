import { type EventEnvelope, topicOf } from '@lyceum/contracts';
import type { Logger } from '@lyceum/telemetry';
import { type EventSubscription, type EventTransport, TransportClosed } from './transport.ts';

/** What tests let go wrong. */
export interface Faults {
  /** How often an event is delivered; 1 is normal. */
  copies?(envelope: EventEnvelope): number;
  /** Waits before a delivery, in milliseconds; what waits is overtaken by events of other subjects. */
  delay?(envelope: EventEnvelope): number;
  /** Whether the handler's success is forgotten, as if the process had died before acknowledging. */
  forgetSuccess?(envelope: EventEnvelope): boolean;
}

const redelivery = { firstMs: 20, longestMs: 1_000 };

/**
 * The transport of a single process. `publish` resolves when every group has handled the batch, so that the outbox keeps
 * what a crash would otherwise lose between publishing and handling.
 */
export function createInProcessTransport(options: { log: Logger; faults?: Faults }): EventTransport {
  const { log, faults = {} } = options;
  const lanes = new Map<EventSubscription, Map<string, Promise<void>>>();
  const closing = new AbortController();

  async function deliver(subscription: EventSubscription, envelope: EventEnvelope): Promise<void> {
    const delay = faults.delay?.(envelope) ?? 0;
    if (delay > 0) await waitUnlessClosed(delay, closing.signal);
    for (let wait = redelivery.firstMs; ; wait = Math.min(wait * 2, redelivery.longestMs)) {
      if (closing.signal.aborted) throw new TransportClosed();
      if (!lanes.has(subscription)) return;
      try {
        await subscription.handle(envelope);
        if (!faults.forgetSuccess?.(envelope)) return;
      } catch (error) {
        log.warn({ err: error, group: subscription.group, event: envelope.id, type: envelope.type }, 'redelivering');
      }
      await waitUnlessClosed(wait, closing.signal);
    }
  }

  /** Queues a delivery behind the earlier ones of the same subject; other subjects do not wait. */
  function enqueue(subscription: EventSubscription, lane: Map<string, Promise<void>>, envelope: EventEnvelope) {
    const previous = lane.get(envelope.subject) ?? Promise.resolve();
    const delivery = previous.catch(() => undefined).then(() => deliver(subscription, envelope));
    lane.set(envelope.subject, delivery);
    const forget = () => {
      if (lane.get(envelope.subject) === delivery) lane.delete(envelope.subject);
    };
    delivery.then(forget, forget);
    return delivery;
  }

  return {
    async publish(batch) {
      if (closing.signal.aborted) throw new TransportClosed();
      const deliveries: Promise<void>[] = [];
      for (const envelope of batch) {
        for (const [subscription, lane] of lanes) {
          if (!subscription.topics.includes(topicOf(envelope.type))) continue;
          if (subscription.group === null) {
            subscription
              .handle(envelope)
              .catch((error) => log.warn({ err: error, event: envelope.id }, 'broadcast failed'));
            continue;
          }
          for (let copy = faults.copies?.(envelope) ?? 1; copy > 0; copy -= 1) {
            deliveries.push(enqueue(subscription, lane, envelope));
          }
        }
      }
      const failed = (await Promise.allSettled(deliveries)).find((outcome) => outcome.status === 'rejected');
      if (failed) throw failed.reason;
    },

    async subscribe(subscription) {
      if (closing.signal.aborted) throw new TransportClosed();
      const lane = new Map<string, Promise<void>>();
      lanes.set(subscription, lane);
      return {
        async stop() {
          lanes.delete(subscription);
          await Promise.allSettled(lane.values());
        },
      };
    },

    async checkHealth() {
      if (closing.signal.aborted) throw new TransportClosed();
    },

    async close() {
      closing.abort();
      await Promise.allSettled([...lanes.values()].flatMap((lane) => [...lane.values()]));
      lanes.clear();
    },
  };
}

function waitUnlessClosed(milliseconds: number, closing: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(new TransportClosed());
    };
    const timer = setTimeout(() => {
      closing.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    if (closing.aborted) stop();
    else closing.addEventListener('abort', stop, { once: true });
  });
}
