import { generateSigningKey } from '@lyceum/auth';
import type { Consumer } from '@lyceum/outbox';
import { allConsumers, type SubgraphDefinition } from '@lyceum/subgraph';
import { allSubgraphs } from '../subgraphs.ts';

/** The event-related part of a subgraph: its database, and its consumers of other domains' events. */
export interface Domain {
  readonly name: string;
  readonly entities: SubgraphDefinition['entities'];
  readonly consumers: readonly Consumer[];
}

/** Every subgraph's definition; none is started. */
export async function findDomains(): Promise<readonly Domain[]> {
  const definitions = allSubgraphs({ signingKey: await generateSigningKey(), openRoles: [], accounts: [] });
  return definitions.map((definition) => {
    const { name, entities } = definition;
    return { name, entities, consumers: allConsumers(definition) };
  });
}
