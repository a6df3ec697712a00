import { assessment } from '@lyceum/assessment';
import { course } from '@lyceum/course';
import { type IdentityOptions, identity } from '@lyceum/identity';
import type { BaseContext, SubgraphDefinition } from '@lyceum/subgraph';

/** Passes each subgraph of an installation to `use`; `npm run new:subgraph` adds to the list. */
export function allSubgraphs<Result>(
  options: IdentityOptions,
  use: <Context extends BaseContext>(definition: SubgraphDefinition<Context>) => Result,
): Result[] {
  return [use(identity(options)), use(course), use(assessment)];
}
