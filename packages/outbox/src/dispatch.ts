import type { EventEnvelope } from '@lyceum/contracts';
import { isKnownType } from '@lyceum/contracts';
import type { Logger } from '@lyceum/telemetry';
import type { DataSource } from 'typeorm';
import type { Consumer } from './consumer.ts';
import { errorText } from './error-text.ts';
import { type EventObserver, silentObserver } from './observer.ts';
import { type Incoming, readBatch } from './reading.ts';
import { BatchFailed, type Settled, settle } from './settle.ts';

/** What consumers work on. */
export interface ConsumerContext {
  readonly dataSource: DataSource;
  readonly log: Logger;
  /** Called after each commit that stored events; wakes the relay. */
  readonly onCommitted: () => void;
  readonly observer?: EventObserver;
  /** Whether this release knows a type of event; by its catalogue, unless given. */
  readonly isKnown?: (type: string) => boolean;
  /** The wait after an attempt that failed, counted from 1; rising, and at random, unless given. */
  readonly backOff?: (attempt: number) => Promise<void>;
}

const attemptsBeforeDeadLetter = 5;

/**
 * Gives events, in order, to every consumer that hears of them: effects and inbox rows of a batch in one transaction each, so that
 * each event is applied once. Where a batch fails its events are applied one by one; one that fails five times goes to that
 * consumer's dead letters.
 *
 * @throws where the database cannot be used or a consumer is being rebuilt, when the other consumers are done; the transport then
 * delivers the events again
 */
export async function dispatch(
  context: ConsumerContext,
  consumers: readonly Consumer[],
  envelopes: readonly EventEnvelope[],
): Promise<void> {
  const outages: unknown[] = [];
  for (const consumer of consumers) {
    await give(context, consumer, envelopes).catch((error) => outages.push(error));
  }
  if (outages.length > 0) throw outages[0];
}

async function give(context: ConsumerContext, consumer: Consumer, envelopes: readonly EventEnvelope[]): Promise<void> {
  const incoming = readBatch(consumer, envelopes, context.isKnown ?? isKnownType);
  if (incoming.length === 0) return;
  warnOfUnknownTypes(context.log, consumer, incoming);
  if (incoming.length > 1) {
    try {
      return report(context, consumer, await settle(context.dataSource, consumer, incoming));
    } catch (error) {
      if (!(error instanceof BatchFailed)) throw error;
    }
  }
  for (const one of incoming) await persist(context, consumer, one);
}

/** Tries one event until it is settled, if need be among the dead letters. */
async function persist(context: ConsumerContext, consumer: Consumer, incoming: Incoming): Promise<void> {
  const { dataSource, log, observer = silentObserver, backOff = waitLonger } = context;
  const { envelope } = incoming;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return report(context, consumer, await settle(dataSource, consumer, [incoming]));
    } catch (error) {
      if (!(error instanceof BatchFailed)) throw error;
      const { cause } = error;
      log.warn({ err: cause, consumer: consumer.name, event: envelope.id, attempt }, 'could not apply an event');
      if (attempt === attemptsBeforeDeadLetter) {
        const refusal = { reason: 'FAILED', error: errorText(cause), attempts: attempt } as const;
        return report(context, consumer, await settle(dataSource, consumer, [{ envelope, reading: { refusal } }]));
      }
      observer.retried(consumer.name);
      await backOff(attempt);
    }
  }
}

function report(context: ConsumerContext, consumer: Consumer, { outcomes, stored }: Settled): void {
  if (stored > 0) context.onCommitted();
  for (const [outcome, events] of outcomes) context.observer?.settled(consumer.name, outcome, events);
  const letters = outcomes.get('dead_lettered') ?? 0;
  if (letters === 0) return;
  context.log.error(
    { consumer: consumer.name, letters },
    'events went to the dead letters: npm run events -- dead-letters',
  );
}

function warnOfUnknownTypes(log: Logger, consumer: Consumer, incoming: readonly Incoming[]): void {
  const unknown = incoming.filter(({ reading }) => 'refusal' in reading && reading.refusal.reason === 'UNKNOWN_TYPE');
  for (const type of new Set(unknown.map(({ envelope }) => envelope.type))) {
    log.warn(
      { consumer: consumer.name, type },
      `${type} is not known to this release: parked. Upgrade this subgraph; its next start takes up what is parked.`,
    );
  }
}

/** 20, 40, 80, 160 ms, each up to half longer, so that consumers that failed together do not try together. */
function waitLonger(attempt: number): Promise<void> {
  const milliseconds = 10 * 2 ** attempt * (1 + Math.random() / 2);
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
