import type { EventEnvelope } from '@lyceum/contracts';
import { isKnownType } from '@lyceum/contracts';
import { type Logger, silentTracer, type Tracer } from '@lyceum/telemetry';
import type { DataSource } from 'typeorm';
import { type AppliedBatch, applyBatch, BatchFailed } from './apply-batch.ts';
import type { Consumer } from './consumer.ts';
import { errorText } from './error-text.ts';
import { type Applying, startApplying } from './event-spans.ts';
import { type EventObserver, type Outcome, silentObserver } from './observer.ts';
import { type Incoming, readBatch } from './reading.ts';

/** The context that consumers work in. */
export interface ConsumerContext {
  readonly dataSource: DataSource;
  readonly log: Logger;
  /** Called after each commit that stored events; wakes the relay. */
  readonly onCommitted: () => void;
  readonly observer?: EventObserver;
  readonly tracer?: Tracer;
  /** Whether this release knows an event type; defaults to the catalogue. */
  readonly isKnown?: (type: string) => boolean;
  /** The delay after the n-th failed attempt, counted from 1; defaults to an exponential, randomized one. */
  readonly backOff?: (attempt: number) => Promise<void>;
}

const attemptsBeforeDeadLetter = 5;

/**
 * Delivers events, in order, to every consumer that subscribes to them: effects and inbox rows of a batch in one
 * transaction each, so that each event is applied once. If a batch fails, its events are applied one by one; an event
 * that fails five times goes to that consumer's dead letters.
 * @throws if the database cannot be used or a consumer is being rebuilt, once the other consumers are done; the
 * transport then redelivers the events
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
  const applying = startApplying(
    context.tracer ?? silentTracer,
    consumer,
    incoming.map(({ envelope }) => envelope),
  );
  try {
    await settleAll(context, consumer, applying, incoming);
  } catch (error) {
    applying.fail(error);
    throw error;
  }
}

async function settleAll(
  context: ConsumerContext,
  consumer: Consumer,
  applying: Applying,
  incoming: readonly Incoming[],
): Promise<void> {
  if (incoming.length > 1) {
    try {
      return report(
        context,
        consumer,
        applying,
        await applyBatch(context.dataSource, consumer, incoming, applying.spanOf),
      );
    } catch (error) {
      if (!(error instanceof BatchFailed)) throw error;
      for (const { envelope } of incoming)
        applying.spanOf(envelope).event('batch failed: its events are applied one by one');
    }
  }
  for (const one of incoming) await persist(context, consumer, applying, one);
}

/** Retries one event until it is applied or becomes a dead letter. */
async function persist(
  context: ConsumerContext,
  consumer: Consumer,
  applying: Applying,
  incoming: Incoming,
): Promise<void> {
  const { dataSource, log, observer = silentObserver, backOff = waitLonger } = context;
  const { envelope } = incoming;
  const span = applying.spanOf(envelope);
  const settled = async (one: Incoming) =>
    report(context, consumer, applying, await applyBatch(dataSource, consumer, [one], applying.spanOf));
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await settled(incoming);
    } catch (error) {
      if (!(error instanceof BatchFailed)) throw error;
      const { cause } = error;
      span.run(() =>
        log.warn({ err: cause, consumer: consumer.name, event: envelope.id, attempt }, 'could not apply an event'),
      );
      span.event('attempt failed', { attempt, 'exception.message': errorText(cause) });
      if (attempt === attemptsBeforeDeadLetter) {
        const refusal = { reason: 'FAILED', error: errorText(cause), attempts: attempt } as const;
        return await settled({ envelope, reading: { refusal } });
      }
      observer.retried(consumer.name);
      await backOff(attempt);
    }
  }
}

function report(
  context: ConsumerContext,
  consumer: Consumer,
  applying: Applying,
  { outcomes, stored }: AppliedBatch,
): void {
  if (stored > 0) context.onCommitted();
  const counts = new Map<Outcome, number>();
  for (const { envelope, outcome } of outcomes) {
    applying.settled(envelope, outcome);
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  for (const [outcome, events] of counts) context.observer?.settled(consumer.name, outcome, events);
  const deadLetters = counts.get('dead_lettered') ?? 0;
  if (deadLetters === 0) return;
  context.log.error(
    { consumer: consumer.name, deadLetters },
    'events went to the dead letters: npm run events -- dead-letters',
  );
}

function warnOfUnknownTypes(log: Logger, consumer: Consumer, incoming: readonly Incoming[]): void {
  const unknown = incoming.filter(({ reading }) => 'refusal' in reading && reading.refusal.reason === 'UNKNOWN_TYPE');
  for (const type of new Set(unknown.map(({ envelope }) => envelope.type))) {
    log.warn(
      { consumer: consumer.name, type },
      `${type} is not known to this release: parked. Upgrade this subgraph; it then applies parked events by itself.`,
    );
  }
}

/** 20, 40, 80, 160 ms, each up to half longer, so that consumers that failed together do not retry together. */
function waitLonger(attempt: number): Promise<void> {
  const milliseconds = 10 * 2 ** attempt * (1 + Math.random() / 2);
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
