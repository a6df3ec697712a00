import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

/**
 * Composes a supergraph, as `schema/` does for the real one.
 * @throws {Error} with all composition errors
 */
export function compose(
  subgraphs: readonly { readonly name: string; readonly typeDefs: string; readonly url?: string }[],
): string {
  const { supergraphSdl, errors } = composeServices(
    subgraphs.map(({ name, typeDefs, url }) => ({ name, url: url ?? '', typeDefs: parse(typeDefs) })),
  );
  if (supergraphSdl === undefined) throw new Error(errors?.join('\n'));
  return supergraphSdl;
}
