import type { EventEnvelope } from '@lyceum/contracts';
import type { Span } from '@lyceum/telemetry';
import type { DataSource, EntityManager } from 'typeorm';
import { applySteps } from './apply.ts';
import type { Consumer } from './consumer.ts';
import { writeDeadLetters } from './dead-letters.ts';
import { claimEvents } from './inbox.ts';
import type { Outcome } from './observer.ts';
import { isOutage } from './outage.ts';
import { runWithEvents } from './outbox.ts';
import { aggregateOf, type Positions, plan, type Step } from './plan.ts';
import { lockPositions, movePositions } from './positions.ts';
import type { Incoming, Reason } from './reading.ts';

/** A batch could not be applied, and the cause is no outage; it was rolled back. */
export class BatchFailed extends Error {
  override readonly name = 'BatchFailed';
}

/** The outcome of a batch. */
export interface AppliedBatch {
  readonly outcomes: readonly { readonly envelope: EventEnvelope; readonly outcome: Outcome }[];
  /** How many events the handlers appended. */
  readonly stored: number;
}

/**
 * Settles events for one consumer in one transaction: each is applied, skipped, or made a dead letter. Events settled
 * before count as duplicates.
 * @param spanOf the span in which an event is applied
 * @throws {BatchFailed} if a handler failed; its error is the cause
 * @throws any other error: the events are not at fault and must be redelivered
 */
export function applyBatch(
  dataSource: DataSource,
  consumer: Consumer,
  incoming: readonly Incoming[],
  spanOf: (envelope: EventEnvelope) => Span,
): Promise<AppliedBatch> {
  let atHandlers = false;
  const hints: (() => void)[] = [];
  return dataSource
    .transaction(async (manager) => {
      const fresh = await claimEvents(
        manager,
        consumer.name,
        incoming.map(({ envelope }) => envelope),
      );
      const due = incoming.filter(({ envelope }) => fresh.has(envelope.id.toLowerCase()));
      const before: Positions =
        consumer.ordered && due.length > 0
          ? await lockPositions(
              manager,
              consumer.name,
              due.map(({ envelope }) => aggregateOf(envelope)),
            )
          : new Map();
      const { steps, positions } = plan(consumer, due, before);
      await writeDeadLetters(manager, consumer.name, steps.filter(isRefused));
      await movePositions(manager, consumer.name, before, positions);
      atHandlers = true;
      const stored = await applyAll(manager, steps, spanOf, hints);
      const duplicates = incoming.filter(({ envelope }) => !fresh.has(envelope.id.toLowerCase()));
      return { outcomes: [...duplicates.map(asDuplicate), ...steps.map(withOutcome)], stored };
    })
    .catch((error) => {
      if (atHandlers && !isOutage(error)) throw new BatchFailed('a batch of events failed', { cause: error });
      throw error;
    })
    .then((applied) => {
      for (const hint of hints) hint();
      return applied;
    });
}

/** @returns how many events the handlers appended */
async function applyAll(
  manager: EntityManager,
  steps: readonly Step[],
  spanOf: (envelope: EventEnvelope) => Span,
  hints: (() => void)[],
): Promise<number> {
  if (!steps.some(({ outcome }) => outcome === 'apply')) return 0;
  const done = await runWithEvents(manager, (transaction) => applySteps(steps, transaction, spanOf));
  hints.push(...done.hints);
  // PostgreSQL answers the commit of a failed transaction without an error, and a handler may have swallowed the error.
  await manager.query('SELECT 1');
  return done.stored.length;
}

function isRefused(step: Step): step is Step & { outcome: 'refuse' } {
  return step.outcome === 'refuse';
}

const outcomeOf: Record<Reason, Outcome> = {
  FAILED: 'dead_lettered',
  INVALID: 'dead_lettered',
  BLOCKED: 'blocked',
  UNKNOWN_TYPE: 'parked',
};

function asDuplicate({ envelope }: Incoming): AppliedBatch['outcomes'][number] {
  return { envelope, outcome: 'duplicate' };
}

function withOutcome(step: Step): AppliedBatch['outcomes'][number] {
  const { envelope } = step;
  if (step.outcome === 'refuse') return { envelope, outcome: outcomeOf[step.refusal.reason] };
  return { envelope, outcome: step.outcome === 'apply' ? 'applied' : step.outcome };
}
