import { assessment } from '@lyceum/assessment';
import { course } from '@lyceum/course';
import { type IdentityOptions, identity } from '@lyceum/identity';
import type { SubgraphDefinition } from '@lyceum/subgraph';

/** The subgraphs of an installation; `npm run new:subgraph` adds to the list. */
export function allSubgraphs(options: IdentityOptions): SubgraphDefinition[] {
  return [identity(options), course, assessment];
}
