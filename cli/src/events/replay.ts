import { type Replayed, replay } from '@lyceum/outbox';
import type { Selection } from './arguments.ts';
import type { Operator } from './operator.ts';
import { counted } from './table.ts';

/** Replays dead letters and reports each. Returns exit code 1 if one failed. */
export async function replayDeadLetters(operator: Operator, selection: Selection): Promise<number> {
  const all: Replayed[] = [];
  for (const domain of operator.domainsOf(selection)) {
    const context = await operator.databases.open(domain);
    for await (const one of replay(context, domain.consumers, selection)) {
      operator.say(line(one));
      all.push(one);
    }
  }
  operator.say(summary(all));
  return all.some(({ outcome }) => outcome === 'failed') ? 1 : 0;
}

/** The outcome of one dead letter, for people. */
export function line(replayed: Replayed): string {
  const { letter, outcome } = replayed;
  const { type, subject, aggregateversion, id } = letter.envelope;
  const what = `${outcome.padEnd(11)}  ${letter.consumer}  ${type}  ${subject} v${aggregateversion}  ${id}`;
  return replayed.outcome === 'failed' ? `${what}\n             ${replayed.error.split('\n')[0]}` : what;
}

export function summary(all: readonly Replayed[]): string {
  if (all.length === 0) return 'There was nothing to replay.';
  const count = (outcome: Replayed['outcome']) => all.filter((one) => one.outcome === outcome).length;
  const failed = count('failed');
  return [
    `${counted(all.length, 'dead letter')}: ${count('applied')} applied, ${count('passed over')} passed over, ${failed} failed.`,
    ...(failed > 0
      ? ['Failed events remain dead letters. If order matters, they block later events of their aggregate.']
      : []),
  ].join('\n');
}
