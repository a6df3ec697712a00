import type { EventEnvelope } from '@lyceum/contracts';
import { isKnownType } from '@lyceum/contracts';
import type { EntityManager } from 'typeorm';
import { applySteps } from './apply.ts';
import type { Consumer } from './consumer.ts';
import { findDiscarded, removeLettersOf, writeDeadLetters } from './dead-letters.ts';
import type { ConsumerContext } from './dispatch.ts';
import { errorText } from './error-text.ts';
import { countLog, type EventSource, inSnapshot, readLog } from './event-log.ts';
import { claimEvents } from './inbox.ts';
import { isOutage } from './outage.ts';
import type { Transaction } from './outbox.ts';
import { aggregateOf, keyOf, type Positions, plan, type Step } from './plan.ts';
import { forgetPositions, putPositions } from './positions.ts';
import { type Incoming, readBatch } from './reading.ts';
import { lockConsumerExclusive } from './rebuild-lock.ts';

/** A consumer cannot be rebuilt; the message says why. */
export class RebuildRefused extends Error {
  override readonly name = 'RebuildRefused';
  readonly code = 'REBUILD_REFUSED';
}

export interface Progress {
  /** Number of events read from the logs. */
  readonly read: number;
  readonly of: number;
}

export interface Rebuilt {
  readonly read: number;
  readonly applied: number;
  /** How many of those events were applied. */
  readonly deadLetters: number;
}

/**
 * The domains whose event logs a projection is rebuilt from.
 * @throws {RebuildRefused} if it is not a projection
 */
export function producersOf(consumer: Consumer): string[] {
  if (!consumer.empty) {
    throw new RebuildRefused(
      `${consumer.name} is an effect: a rebuild would repeat what it has done. Only projections can be rebuilt.`,
    );
  }
  return [...new Set([...consumer.topics].map((topic) => String(topic.split('.')[0])))];
}

/**
 * Empties a projection and applies the producers' whole history to it in one transaction: readers see the old state
 * until it commits, and keep it on any failure. The live consumer waits in the meantime. An event that cannot be
 * applied becomes a dead letter, as in live delivery; discarded events stay discarded.
 * @param sources one for every domain that `producersOf` returns
 * @throws {RebuildRefused}
 */
export async function rebuild(
  context: ConsumerContext,
  consumer: Consumer,
  sources: readonly EventSource[],
  onProgress: (progress: Progress) => void = () => undefined,
): Promise<Rebuilt> {
  const { empty, name, topics } = consumer;
  const missing = producersOf(consumer).filter((domain) => !sources.some((source) => source.domain === domain));
  if (!empty || missing.length > 0) {
    throw new RebuildRefused(`${name} needs the event logs of ${missing.join(', ')}, which are not available here.`);
  }
  const logs = sources.flatMap((source) =>
    [...topics].flatMap((topic) => {
      const [domain, aggregateType] = topic.split('.');
      return domain === source.domain ? [{ source, aggregateType: String(aggregateType) }] : [];
    }),
  );

  return context.dataSource.transaction(async (manager) => {
    await manager.query('SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0');
    await lockConsumerExclusive(manager, name);
    await removeLettersOf(manager, name);
    await forgetPositions(manager, name);
    await empty(manager);
    const discarded = await findDiscarded(manager, name);

    return inSnapshot(sources, async () => {
      let of = 0;
      for (const { source, aggregateType } of logs) of += await countLog(source, aggregateType);
      const rebuilt = { read: 0, applied: 0, deadLetters: 0 };
      for (const { source, aggregateType } of logs) {
        let positions: Positions = new Map();
        for await (const page of readLog(source, aggregateType)) {
          const due = page.filter(({ id }) => !discarded.has(id));
          const { steps, positions: after } = await applyPage(context, manager, consumer, due, positions);
          rebuilt.read += page.length;
          rebuilt.applied += steps.filter(({ outcome }) => outcome === 'apply').length;
          rebuilt.deadLetters += steps.filter(({ outcome }) => outcome === 'refuse').length;
          positions = lastOnly(page, after);
          onProgress({ read: rebuilt.read, of });
        }
      }
      return rebuilt;
    });
  });
}

interface Planned {
  readonly steps: readonly Step[];
  readonly positions: Positions;
}

/** Applies a page in one savepoint or, if an event fails, each event in its own. */
async function applyPage(
  { isKnown = isKnownType }: ConsumerContext,
  manager: EntityManager,
  consumer: Consumer,
  page: readonly EventEnvelope[],
  before: Positions,
): Promise<Planned> {
  const incoming = readBatch(consumer, page, isKnown);
  const planned = plan(consumer, incoming, before);
  const failure = await attempt(manager, consumer, planned.steps);
  const settled = failure ? await applyEach(manager, consumer, incoming, before) : planned;

  const refused = settled.steps.filter((step) => step.outcome === 'refuse');
  if (refused.length > 0) {
    await claimEvents(
      manager,
      consumer.name,
      refused.map(({ envelope }) => envelope),
    );
    await writeDeadLetters(manager, consumer.name, refused);
  }
  await putPositions(manager, consumer.name, settled.positions);
  return settled;
}

async function applyEach(
  manager: EntityManager,
  consumer: Consumer,
  incoming: readonly Incoming[],
  before: Positions,
): Promise<Planned> {
  const steps: Step[] = [];
  let positions = before;
  for (const one of incoming) {
    let planned = plan(consumer, [one], positions);
    const failure = await attempt(manager, consumer, planned.steps);
    if (failure) {
      const refusal = { reason: 'FAILED', error: failure.text, attempts: 1 } as const;
      planned = plan(consumer, [{ envelope: one.envelope, reading: { refusal } }], positions);
    }
    steps.push(...planned.steps);
    ({ positions } = planned);
  }
  return { steps, positions };
}

/** @returns the error, after rolling back the work */
async function attempt(
  manager: EntityManager,
  consumer: Consumer,
  steps: readonly Step[],
): Promise<{ text: string } | undefined> {
  if (!steps.some(({ outcome }) => outcome === 'apply')) return undefined;
  try {
    await manager.transaction((savepoint) => applySteps(steps, silently(savepoint, consumer)));
    return undefined;
  } catch (error) {
    if (isOutage(error) || error instanceof RebuildRefused) throw error;
    return { text: errorText(error) };
  }
}

/** Events appended when an event was first applied are not appended again. */
function silently(manager: EntityManager, { name }: Consumer): Transaction {
  return {
    manager,
    append(event) {
      throw new RebuildRefused(
        `${name} publishes ${event.type}: a rebuild would publish it again. Publish from an effect instead.`,
      );
    },
    afterCommit: () => undefined,
  };
}

/** A page may end within an aggregate: the next page needs only that aggregate's position. */
function lastOnly(page: readonly EventEnvelope[], positions: Positions): Positions {
  const last = page.at(-1);
  const key = last && keyOf(aggregateOf(last));
  const position = key && positions.get(key);
  return new Map(key && position ? [[key, position]] : []);
}
