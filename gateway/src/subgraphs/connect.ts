import type { SigningKey } from '@lyceum/auth';
import type { LocalSubgraph } from '@lyceum/subgraph';
import { connectLocally } from './local-connection.ts';
import { connectRemotely } from './remote-connection.ts';
import type { SubgraphConnection } from './subgraph-connection.ts';

/**
 * Connects to every subgraph of the supergraph: in this process or by the given URL, otherwise by the supergraph's URL.
 * @throws {Error} if a given subgraph is not in the supergraph, or a URL is missing or malformed
 */
export function connectSubgraphs(options: {
  declared: readonly { readonly name: string; readonly url: string }[];
  given: ReadonlyMap<string, LocalSubgraph | URL>;
  signingKey: SigningKey;
  deadlineMs: number;
}): ReadonlyMap<string, SubgraphConnection> {
  const { declared, given, signingKey, deadlineMs } = options;
  const names = declared.map(({ name }) => name);
  for (const name of given.keys()) {
    if (!names.includes(name)) {
      throw new Error(`The supergraph has no subgraph "${name}"; it has ${names.join(', ')}`);
    }
  }
  const urls = declared.map(({ name, url }) => [name, given.get(name) ?? parseUrl(name, url)] as const);
  return new Map(
    urls.map(([name, subgraph]) => [
      name,
      subgraph instanceof URL
        ? connectRemotely({ name, url: subgraph, signingKey, deadlineMs })
        : connectLocally(subgraph, { deadlineMs }),
    ]),
  );
}

function parseUrl(name: string, url: string): URL {
  if (!/^https?:/.test(url) || !URL.canParse(url)) {
    throw new Error(`The supergraph has no valid URL for the subgraph "${name}" (it has "${url}"): configure one`);
  }
  return new URL(url);
}
