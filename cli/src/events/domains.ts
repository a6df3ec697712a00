import { generateSigningKey } from '@lyceum/auth';
import type { Consumer } from '@lyceum/outbox';
import { allConsumers, type SubgraphDefinition } from '@lyceum/subgraph';
import { allSubgraphs } from '../subgraphs.ts';

/** A subgraph as far as its events go: its database, and what it does with other domains' events. */
export interface Domain {
  readonly name: string;
  readonly entities: SubgraphDefinition['entities'];
  readonly consumers: readonly Consumer[];
}

/** Every subgraph. None of them is set up. */
export async function findDomains(): Promise<readonly Domain[]> {
  const definitions = allSubgraphs({ signingKey: await generateSigningKey(), openRoles: [], accounts: [] });
  return definitions.map((definition) => {
    const { name, entities } = definition;
    return { name, entities, consumers: allConsumers(definition) };
  });
}
