import { existsSync, readdirSync } from 'node:fs';
import { composeServices } from '@apollo/composition';
import { printSchema } from '@apollo/federation-internals';
import { loadTypeDefs } from '@lyceum/subgraph/type-defs';
import type { SubgraphSdl } from './foreign-fields.ts';

const subgraphsFolder = new URL('../../../subgraphs/', import.meta.url);

/** The composed contract, for routers and for clients. */
export interface Contract {
  /** For federation routers; `schema/supergraph.graphql`. */
  readonly supergraph: string;
  /** For clients and their tools; `schema/api.graphql`. */
  readonly api: string;
}

/** The SDL of the subgraphs does not compose. */
export class CompositionFailed extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The subgraphs do not compose:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'CompositionFailed';
  }
}

/** The SDL of every subgraph in the repository. */
export function readSubgraphs(folder: URL = subgraphsFolder): SubgraphSdl[] {
  return readdirSync(folder)
    .filter((name) => existsSync(new URL(`${name}/src/subgraph.ts`, folder)))
    .sort()
    .map((name) => ({ name, typeDefs: loadTypeDefs(new URL(`${name}/src/`, folder)) }));
}

/**
 * Composes every subgraph in the repository from its SDL, without starting any.
 * @throws {CompositionFailed} with all composition errors
 */
export function composeContract(folder: URL = subgraphsFolder): Contract {
  const subgraphs = readSubgraphs(folder);
  const { errors, schema, supergraphSdl } = composeServices(
    subgraphs.map(({ name, typeDefs }) => ({ name, typeDefs, url: `http://${name}:4000/graphql` })),
  );
  if (errors) throw new CompositionFailed(errors.map((error) => error.message));
  return { supergraph: `${supergraphSdl.trim()}\n`, api: `${printSchema(schema.toAPISchema()).trim()}\n` };
}
