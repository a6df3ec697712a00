import type { Consumer } from './consumer.ts';
import {
  type DeadLetter,
  findLetters,
  findLettersOf,
  type LetterKey,
  lockLetter,
  removeLetters,
} from './dead-letters.ts';
import type { ConsumerContext } from './dispatch.ts';
import { aggregateOf } from './plan.ts';
import { lockPositions } from './positions.ts';
import { lockConsumerShared } from './rebuild-lock.ts';
import { type Replayed, replayKey } from './replay.ts';

/** The consequences of discarding a dead letter. */
export interface Discarding {
  readonly letter: DeadLetter;
  /** Dead letters of the same aggregate that would then be replayed. */
  readonly followers: readonly DeadLetter[];
}

/** Undefined: the consumer has no such dead letter. */
export async function findDiscarding(
  context: ConsumerContext,
  consumer: Consumer | undefined,
  letter: { readonly consumer: string; readonly eventId: string },
): Promise<Discarding | undefined> {
  const { manager } = context.dataSource;
  const [found] = await findLetters(manager, letter);
  if (!found) return undefined;
  const all = consumer?.ordered ? await findLettersOf(manager, keyOfLetter(found), null) : [];
  return { letter: found, followers: all.filter(({ envelope }) => envelope.id !== letter.eventId) };
}

/**
 * Ensures that a consumer never applies an event, not even in a rebuild, and replays the events it blocked.
 * @param consumer undefined if this release no longer has it
 * @returns the outcomes of its aggregate's other dead letters; undefined if there is no such dead letter
 */
export async function discard(
  context: ConsumerContext,
  consumer: Consumer | undefined,
  letter: { readonly consumer: string; readonly eventId: string },
): Promise<Replayed[] | undefined> {
  const found = await findDiscarding(context, consumer, letter);
  if (!found) return undefined;
  const key = keyOfLetter(found.letter);
  const removed = await context.dataSource.transaction(async (manager) => {
    await lockConsumerShared(manager, letter.consumer);
    if (consumer?.ordered) await lockPositions(manager, consumer.name, [key.aggregate]);
    if (!(await lockLetter(manager, letter.consumer, letter.eventId))) return false;
    await manager.query('INSERT INTO discarded_event (consumer, event_id) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      letter.consumer,
      letter.eventId,
    ]);
    await removeLetters(manager, letter.consumer, [letter.eventId]);
    return true;
  });
  if (!removed) return undefined;
  return consumer?.ordered ? replayKey(context, consumer, key) : [];
}

function keyOfLetter({ consumer, envelope }: DeadLetter): LetterKey {
  return { consumer, aggregate: aggregateOf(envelope) };
}
