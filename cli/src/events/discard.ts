import { discard, findDiscarding } from '@lyceum/outbox';
import type { Command } from './arguments.ts';
import type { Operator } from './operator.ts';
import { line, summary } from './replay.ts';
import { counted } from './table.ts';

/** Permanently discards a dead letter of a consumer, or shows what that would do. */
export async function discardDeadLetter(
  operator: Operator,
  command: Extract<Command, { name: 'discard' }>,
): Promise<number> {
  const { consumer: name, eventId, confirmed } = command;
  for (const domain of operator.domainsOf(command)) {
    const context = await operator.databases.open(domain);
    const consumer = domain.consumers.find((one) => one.name === name);
    const letter = { consumer: name, eventId };
    const found = await findDiscarding(context, consumer, letter);
    if (!found) continue;
    const { type, subject, aggregateversion } = found.letter.envelope;
    const what = `${type} of ${subject} v${aggregateversion}`;
    if (!confirmed) {
      operator.say(`${name} in ${domain.name} would never apply ${what}.`);
      operator.say(`${counted(found.followers.length, 'other dead letter')} of the same aggregate would be replayed.`);
      operator.say('Nothing was changed. Add --yes to discard it.');
      return 0;
    }
    const replayed = (await discard(context, consumer, letter)) ?? [];
    operator.say(`Discarded: ${name} in ${domain.name} will never apply ${what}.`);
    for (const one of replayed) operator.say(line(one));
    if (replayed.length > 0) operator.say(summary(replayed));
    return replayed.some(({ outcome }) => outcome === 'failed') ? 1 : 0;
  }
  operator.say(`${eventId} is not among the dead letters of ${name}.`);
  return 1;
}
