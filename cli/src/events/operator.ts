import { type Selection, UsageError } from './arguments.ts';
import type { Databases } from './databases.ts';
import type { Domain } from './domains.ts';

/** What a command works with: the subgraphs, their databases, and its output. */
export interface Operator {
  readonly domains: readonly Domain[];
  readonly databases: Databases;
  /** Every domain, or the selected one. @throws {UsageError} if it does not exist */
  domainsOf(selection: Pick<Selection, 'subgraph'>): readonly Domain[];
  /** The number of Kafka records that are not events; 0 without Kafka. @throws {OperatorError} */
  countParkedRecords(): Promise<number>;
  say(line: string): void;
  complain(line: string): void;
}

export function createOperator(parts: Omit<Operator, 'domainsOf'>): Operator {
  return { ...parts, domainsOf: ({ subgraph }) => selectDomains(parts.domains, subgraph) };
}

/** @throws {UsageError} */
export function selectDomains(domains: readonly Domain[], subgraph: string | undefined): readonly Domain[] {
  if (subgraph === undefined) return domains;
  const selected = domains.filter(({ name }) => name === subgraph);
  if (selected.length > 0) return selected;
  const names = domains.map(({ name }) => name).join(', ');
  throw new UsageError(`There is no subgraph "${subgraph}"; there are ${names}.`);
}
