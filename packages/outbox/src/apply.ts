import type { EventEnvelope } from '@lyceum/contracts';
import type { Span } from '@lyceum/telemetry';
import type { Handler, ReceivedEvent } from './consumer.ts';
import type { Transaction } from './outbox.ts';
import type { Step } from './plan.ts';

/** Adjacent events that one handler receives together. */
interface Run {
  readonly handler: Handler;
  readonly events: ReceivedEvent<unknown>[];
  readonly envelopes: EventEnvelope[];
}

/**
 * Applies the events that a plan selects, in order; an `onMany` handler receives adjacent events together.
 * @param spanOf the span in which an event is applied; without it, everything runs in the caller's scope
 */
export async function applySteps(
  steps: readonly Step[],
  transaction: Transaction,
  spanOf?: (envelope: EventEnvelope) => Span,
): Promise<void> {
  for (const { handler, events, envelopes } of runsOf(steps)) {
    const apply = () => handler.apply(events, transaction);
    const [first] = envelopes;
    if (first && spanOf && haveOneCause(envelopes)) await spanOf(first).run(apply);
    else await apply();
  }
}

function runsOf(steps: readonly Step[]): Run[] {
  const runs: Run[] = [];
  for (const step of steps) {
    if (step.outcome !== 'apply') continue;
    const last = runs.at(-1);
    if (last?.handler === step.handler && !step.handler.oneByOne) {
      last.events.push(step.event);
      last.envelopes.push(step.envelope);
    } else runs.push({ handler: step.handler, events: [step.event], envelopes: [step.envelope] });
  }
  return runs;
}

/** Whether one request caused all of them. */
function haveOneCause([first, ...others]: readonly EventEnvelope[]): boolean {
  if (others.length === 0) return true;
  const cause = first?.correlationid;
  return cause !== undefined && others.every(({ correlationid }) => correlationid === cause);
}
