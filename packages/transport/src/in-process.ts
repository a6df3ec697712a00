import { type EventEnvelope, topicOf } from '@lyceum/contracts';
import type { Logger } from '@lyceum/telemetry';
import { type EventSubscription, type EventTransport, TransportClosed } from './transport.ts';

const redelivery = { firstMs: 20, longestMs: 1_000 };

/**
 * The transport of a single process. `publish` resolves when every group has handled the batch, so that the outbox
 * keeps what a crash between publishing and handling would otherwise lose.
 */
export function createInProcessTransport({ log }: { log: Logger }): EventTransport {
  /** What the next event of a subject waits for, by subscription and subject. */
  const lanes = new Map<EventSubscription, Map<string, Promise<void>>>();
  const closing = new AbortController();

  /** If a batch fails, its subjects are split, so that a failing one does not block the others. */
  async function deliver(
    subscription: EventSubscription,
    batch: readonly EventEnvelope[],
    firstWait: number,
  ): Promise<void> {
    for (let wait = firstWait; ; wait = Math.min(wait * 2, redelivery.longestMs)) {
      if (closing.signal.aborted) throw new TransportClosed();
      if (!lanes.has(subscription)) return;
      try {
        return await subscription.handle(batch);
      } catch (error) {
        const [first] = batch;
        log.warn({ err: error, group: subscription.group, events: batch.length, first: first?.id }, 'redelivering');
      }
      await waitUnlessClosed(wait, closing.signal);
      const halves = halvesBySubject(batch);
      if (halves)
        return allSettled(halves.map((half) => deliver(subscription, half, Math.min(wait * 2, redelivery.longestMs))));
    }
  }

  /** Queues a delivery behind earlier ones of its subjects; other subjects do not wait. */
  function enqueue(subscription: EventSubscription, lane: Map<string, Promise<void>>, batch: readonly EventEnvelope[]) {
    const subjects = new Set(batch.map(({ subject }) => subject));
    const earlier = new Set([...subjects].flatMap((subject) => lane.get(subject) ?? []));
    const delivery = Promise.allSettled(earlier).then(() => deliver(subscription, batch, redelivery.firstMs));
    for (const subject of subjects) lane.set(subject, delivery);
    const forget = () => {
      for (const subject of subjects) if (lane.get(subject) === delivery) lane.delete(subject);
    };
    delivery.then(forget, forget);
    return delivery;
  }

  function broadcast({ handle }: EventSubscription, batch: readonly EventEnvelope[]): void {
    handle(batch).catch((error) => log.warn({ err: error, events: batch.length }, 'broadcast failed'));
  }

  return {
    async publish(batch) {
      if (closing.signal.aborted) throw new TransportClosed();
      const deliveries: Promise<void>[] = [];
      for (const [subscription, lane] of lanes) {
        const share = batch.filter(({ type }) => subscription.topics.includes(topicOf(type)));
        if (share.length === 0) continue;
        if (subscription.group === null) broadcast(subscription, share);
        else deliveries.push(enqueue(subscription, lane, share));
      }
      await allSettled(deliveries);
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

/** Null if it has only one subject. */
function halvesBySubject(batch: readonly EventEnvelope[]): (readonly EventEnvelope[])[] | null {
  const subjects = [...new Set(batch.map(({ subject }) => subject))];
  if (subjects.length === 1) return null;
  const first = new Set(subjects.slice(0, subjects.length / 2));
  return [batch.filter(({ subject }) => first.has(subject)), batch.filter(({ subject }) => !first.has(subject))];
}

/** Waits for all promises, then throws the first rejection. */
async function allSettled(work: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(work)).find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
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
