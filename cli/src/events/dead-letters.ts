import { OperatorError } from '@lyceum/environment';
import { type DeadLetter, findLetters } from '@lyceum/outbox';
import type { Selection } from './arguments.ts';
import type { Operator } from './operator.ts';
import { counted, table } from './table.ts';

interface Found {
  readonly subgraph: string;
  readonly letter: DeadLetter;
}

const headings = ['SUBGRAPH', 'CONSUMER', 'REASON', 'TYPE', 'AGGREGATE', 'EVENT', 'SINCE (UTC)', 'ATTEMPTS', 'ERROR'];
const longestError = 80;

/** Shows dead letters: as a table, a single one with its envelope, or as JSON. */
export async function showDeadLetters(operator: Operator, selection: Selection, json: boolean): Promise<number> {
  const found: Found[] = [];
  for (const domain of operator.domainsOf(selection)) {
    const { dataSource } = await operator.databases.open(domain);
    const letters = await findLetters(dataSource.manager, selection);
    found.push(...letters.map((letter) => ({ subgraph: domain.name, letter })));
  }
  if (json) operator.say(JSON.stringify(found.map(toJson), null, 2));
  else if (found.length === 0) operator.say(noneOf(selection));
  else if (selection.eventId) operator.say(found.map(whole).join('\n\n'));
  else operator.say(`${table(headings, found.map(row))}\n\n${totals(found)}`);
  if (!json && !selection.eventId) await tellOfParkedRecords(operator);
  return selection.eventId && found.length === 0 ? 1 : 0;
}

/**
 * Parked records belong to no consumer and no database. An unreachable broker does not affect the rest of the output.
 */
async function tellOfParkedRecords(operator: Operator): Promise<void> {
  try {
    const parked = await operator.countParkedRecords();
    if (parked > 0) operator.say(`${counted(parked, 'record')} in Kafka's topic lyceum.parked are not valid events.`);
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    operator.complain(`How many records stand in lyceum.parked is not known. ${error.message}`);
  }
}

function noneOf({ subgraph, consumer, eventId }: Selection): string {
  const whose = [consumer && `of ${consumer}`, subgraph && `in ${subgraph}`].filter(Boolean).join(' ');
  if (eventId) return `${eventId} is not among the dead letters${whose && ` ${whose}`}.`;
  return `There are no dead letters${whose && ` ${whose}`}.`;
}

function row({ subgraph, letter }: Found): string[] {
  const { consumer, reason, envelope, firstAt, attempts, error } = letter;
  const [line = ''] = error.split('\n');
  return [
    ...[subgraph, consumer, reason, envelope.type, `${envelope.subject} v${envelope.aggregateversion}`, envelope.id],
    ...[firstAt.toISOString().slice(0, 19).replace('T', ' '), String(attempts)],
    line.length > longestError ? `${line.slice(0, longestError - 1)}…` : line,
  ];
}

function totals(found: readonly Found[]): string {
  const reasons = new Map<string, number>();
  for (const { letter } of found) reasons.set(letter.reason, (reasons.get(letter.reason) ?? 0) + 1);
  return `${counted(found.length, 'dead letter')}: ${[...reasons].map(([reason, count]) => `${count} ${reason}`).join(', ')}.`;
}

function whole({ subgraph, letter }: Found): string {
  const { consumer, reason, attempts, firstAt, lastAt, error, envelope } = letter;
  const facts = [
    ['subgraph', subgraph],
    ['consumer', consumer],
    ['reason', reason],
    ['attempts', String(attempts)],
    ['since', firstAt.toISOString()],
    ['last tried', lastAt.toISOString()],
  ];
  const lines = facts.map(([name = '', value = '']) => `${name.padEnd(10)}  ${value}`);
  return [...lines, '', 'error', error, '', 'envelope', JSON.stringify(envelope, null, 2)].join('\n');
}

function toJson({ subgraph, letter }: Found) {
  const { firstAt: since, lastAt: lastTried, ...others } = letter;
  return { subgraph, ...others, since, lastTried };
}
