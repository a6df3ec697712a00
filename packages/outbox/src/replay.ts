import { isKnownType } from '@lyceum/contracts';
import { silentTracer } from '@lyceum/telemetry';
import type { EntityManager } from 'typeorm';
import { applySteps } from './apply.ts';
import type { Consumer } from './consumer.ts';
import {
  type DeadLetter,
  findLetterKeys,
  findLetters,
  findLettersOf,
  type LetterFilter,
  type LetterKey,
  lockLetter,
  removeLetters,
  updateLetter,
} from './dead-letters.ts';
import type { ConsumerContext } from './dispatch.ts';
import { errorText } from './error-text.ts';
import { attributesOf, scopeOf } from './event-spans.ts';
import { isOutage } from './outage.ts';
import { runWithEvents } from './outbox.ts';
import { aggregateOf, keyOf, type Position, plan } from './plan.ts';
import { lockPositions, movePositions } from './positions.ts';
import { type Refusal, readEvent } from './reading.ts';
import { lockConsumerShared } from './rebuild-lock.ts';

/** The outcome of replaying a dead letter. */
export type Replayed = { readonly letter: DeadLetter } & (
  | { readonly outcome: 'applied' }
  /** A projection has newer facts, or the consumer does not use this type; it is no longer a dead letter. */
  | { readonly outcome: 'passed over' }
  /** It remains a dead letter, and its key remains blocked. */
  | { readonly outcome: 'failed'; readonly error: string }
);

const pageSize = 200;

/**
 * Applies dead letters. Where order matters, all of an aggregate's in version order, up to the first that fails again;
 * otherwise each independently. Live events of an aggregate wait until its dead letters are replayed.
 * @param filter where order matters, a selected dead letter includes the others of its aggregate
 * @throws if the database cannot be used or a consumer is being rebuilt; outcomes already reported stand
 */
export async function* replay(
  context: ConsumerContext,
  consumers: readonly Consumer[],
  filter: LetterFilter = {},
): AsyncGenerator<Replayed> {
  for (const key of await findLetterKeys(context.dataSource.manager, filter)) {
    const consumer = consumers.find(({ name }) => name === key.consumer);
    if (!consumer) yield* refuseUnknown(context, key, filter);
    else if (consumer.ordered) yield* await replayKey(context, consumer, key);
    else yield* replayEach(context, consumer, key, filter);
  }
}

/** Replays the dead letters of one aggregate, in one transaction that locks its position. */
export async function replayKey(context: ConsumerContext, consumer: Consumer, key: LetterKey): Promise<Replayed[]> {
  const { replayed, stored } = await context.dataSource.transaction(async (manager) => {
    await lockConsumerShared(manager, consumer.name);
    const before = await lockPositions(manager, consumer.name, [key.aggregate]);
    const name = keyOf(key.aggregate);
    let position: Position = { version: before.get(name)?.version ?? 0, blocked: false };
    let stored = 0;
    const replayed: Replayed[] = [];
    while (!position.blocked) {
      const letters = await findLettersOf(manager, key, pageSize);
      if (letters.length === 0) break;
      const settled: string[] = [];
      for (const letter of letters) {
        const tried = await tryLetter(context, manager, consumer, letter, position);
        ({ position } = tried);
        stored += tried.stored;
        replayed.push(tried.replayed);
        if (position.blocked) break;
        settled.push(letter.envelope.id);
      }
      await removeLetters(manager, consumer.name, settled);
    }
    await movePositions(manager, consumer.name, before, new Map([[name, position]]));
    return { replayed, stored };
  });
  report(context, replayed, stored);
  return replayed;
}

async function* replayEach(
  context: ConsumerContext,
  consumer: Consumer,
  key: LetterKey,
  { eventId, reason, type }: LetterFilter,
): AsyncGenerator<Replayed> {
  const letters = await findLettersOf(context.dataSource.manager, key, null);
  for (const { envelope, reason: its } of letters) {
    if ((eventId && envelope.id !== eventId) || (reason && its !== reason) || (type && envelope.type !== type))
      continue;
    const tried = await context.dataSource.transaction(async (manager) => {
      await lockConsumerShared(manager, consumer.name);
      const letter = await lockLetter(manager, consumer.name, envelope.id);
      if (!letter) return undefined;
      const tried = await tryLetter(context, manager, consumer, letter, { version: 0, blocked: false });
      if (tried.replayed.outcome !== 'failed') await removeLetters(manager, consumer.name, [envelope.id]);
      return tried;
    });
    if (!tried) continue;
    report(context, [tried.replayed], tried.stored);
    yield tried.replayed;
  }
}

/** @returns the consumer's position afterwards: blocked if the event failed */
async function tryLetter(
  { isKnown = isKnownType, tracer = silentTracer }: ConsumerContext,
  manager: EntityManager,
  consumer: Consumer,
  letter: DeadLetter,
  position: Position,
): Promise<{ replayed: Replayed; position: Position; stored: number }> {
  const { envelope } = letter;
  const fail = async (refusal: Refusal) => {
    await updateLetter(manager, consumer.name, envelope.id, refusal);
    const replayed: Replayed = { letter, outcome: 'failed', error: refusal.error };
    return { replayed, position: { ...position, blocked: true }, stored: 0 };
  };
  const passedOver = { replayed: { letter, outcome: 'passed over' }, position, stored: 0 } as const;
  const reading = readEvent(consumer, envelope, isKnown);
  if (!reading) return passedOver;
  const key = keyOf(aggregateOf(envelope));
  const { steps, positions } = plan(consumer, [{ envelope, reading }], new Map([[key, position]]));
  const [step] = steps;
  if (step?.outcome === 'refuse') return fail(step.refusal);
  if (step?.outcome !== 'apply') return passedOver;
  try {
    const { stored } = await tracer.span(
      `replay ${consumer.name}`,
      {
        kind: 'consumer',
        scope: scopeOf(envelope),
        attributes: { ...attributesOf(envelope), 'lyceum.consumer': consumer.name },
      },
      () =>
        manager.transaction((savepoint) => runWithEvents(savepoint, (transaction) => applySteps(steps, transaction))),
    );
    return {
      replayed: { letter, outcome: 'applied' },
      position: positions.get(key) ?? position,
      stored: stored.length,
    };
  } catch (error) {
    if (isOutage(error)) throw error;
    return fail({ reason: 'FAILED', error: errorText(error), attempts: 1 });
  }
}

async function* refuseUnknown(
  context: ConsumerContext,
  { consumer }: LetterKey,
  filter: LetterFilter,
): AsyncGenerator<Replayed> {
  for (const letter of await findLetters(context.dataSource.manager, { ...filter, consumer })) {
    yield { letter, outcome: 'failed', error: `This release has no consumer ${consumer}: discard its dead letters.` };
  }
}

function report({ onCommitted, observer }: ConsumerContext, replayed: readonly Replayed[], stored: number): void {
  if (stored > 0) onCommitted();
  for (const { letter, outcome } of replayed) {
    if (outcome === 'applied') observer?.settled(letter.consumer, 'applied', 1);
    if (outcome === 'passed over') observer?.settled(letter.consumer, 'superseded', 1);
  }
}
