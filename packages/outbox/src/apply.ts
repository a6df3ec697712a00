import type { Handler, ReceivedEvent } from './consumer.ts';
import type { Transaction } from './outbox.ts';
import type { Step } from './plan.ts';

/** Applies what a plan says is to be applied, in order; neighbours of one handler are given to it together. */
export async function applySteps(steps: readonly Step[], transaction: Transaction): Promise<void> {
  for (const { handler, events } of runsOf(steps)) await handler.apply(events, transaction);
}

function runsOf(steps: readonly Step[]): { handler: Handler; events: ReceivedEvent<unknown>[] }[] {
  const runs: { handler: Handler; events: ReceivedEvent<unknown>[] }[] = [];
  for (const step of steps) {
    if (step.outcome !== 'apply') continue;
    const last = runs.at(-1);
    if (last?.handler === step.handler) last.events.push(step.event);
    else runs.push({ handler: step.handler, events: [step.event] });
  }
  return runs;
}
