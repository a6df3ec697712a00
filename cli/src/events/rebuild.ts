import { producersOf, rebuild } from '@lyceum/outbox';
import { type Command, UsageError } from './arguments.ts';
import type { Domain } from './domains.ts';
import type { Operator } from './operator.ts';
import { counted } from './table.ts';

const tellEveryMs = 2_000;

/** Rebuilds a projection from its producers' event logs. */
export async function rebuildProjection(
  operator: Operator,
  command: Extract<Command, { name: 'rebuild' }>,
): Promise<number> {
  const { domain, consumer } = findConsumer(operator, command);
  const producers = producersOf(consumer).flatMap((name) => operator.domains.filter((one) => one.name === name));
  const logs = producers.map((producer) => operator.databases.nameOf(producer)).join(', ');
  operator.say(`Rebuilding ${consumer.name} in ${operator.databases.nameOf(domain)} from the event log of ${logs}.`);
  operator.say('Readers see the old state until it is done; new events wait.');

  const context = await operator.databases.open(domain);
  const sources = [];
  for (const producer of producers) sources.push(await operator.databases.connect(producer));
  let toldAt = performance.now();
  const rebuilt = await rebuild(context, consumer, sources, ({ read, of }) => {
    if (performance.now() - toldAt < tellEveryMs) return;
    toldAt = performance.now();
    operator.say(`  ${read.toLocaleString('en')} of ${counted(of, 'event')}`);
  });
  const { read, applied, deadLetters } = rebuilt;
  operator.say(`${consumer.name} is rebuilt: ${counted(read, 'event')} read, ${applied.toLocaleString('en')} applied.`);
  if (deadLetters > 0)
    operator.say(`${counted(deadLetters, 'event')} could not be applied: npm run events -- dead-letters`);
  return 0;
}

/** @throws {UsageError} */
function findConsumer(operator: Operator, command: Extract<Command, { name: 'rebuild' }>) {
  const found = operator
    .domainsOf({ ...(command.subgraph && { subgraph: command.subgraph }) })
    .flatMap((domain) => domain.consumers.map((consumer) => ({ domain, consumer })))
    .filter(({ consumer }) => consumer.name === command.consumer);
  const [only, another] = found;
  if (!only) throw new UsageError(`There is no consumer "${command.consumer}"; ${projections(operator.domains)}.`);
  if (another)
    throw new UsageError(`Several subgraphs have a consumer "${command.consumer}": select one with --subgraph.`);
  return only;
}

function projections(domains: readonly Domain[]): string {
  const names = domains.flatMap(({ consumers }) => consumers.filter(({ empty }) => empty).map(({ name }) => name));
  return names.length > 0 ? `the projections are: ${[...new Set(names)].join(', ')}` : 'there are no projections';
}
