import { freePorts } from './free-port.ts';
import { type Spawned, spawnMain } from './spawned.ts';

const names = ['identity', 'course', 'assessment'] as const;
type Name = (typeof names)[number];

/** Every subgraph and the gateway as separate processes, on the databases of one installation. */
export interface SeparateProcesses {
  /** The gateway's URL for operations. */
  readonly url: string;
  readonly subgraphs: ReadonlyMap<Name, { readonly url: string; readonly process: Spawned }>;
  readonly gateway: Spawned;
}

/** Resolves when the gateway reports that everything is ready. */
export async function startSeparately(settings: Readonly<Record<string, string>>): Promise<SeparateProcesses> {
  const [gatewayPort, ...ports] = await freePorts(1 + names.length);
  const address = (port: number | undefined) => `http://127.0.0.1:${port}`;
  const urls = new Map(names.map((name, index) => [name, `${address(ports[index])}/graphql`]));
  const shared = {
    ...settings,
    IDENTITY_JWKS_URL: new URL('/.well-known/jwks.json', urls.get('identity')).href,
    GATEWAY_JWKS_URL: `${address(gatewayPort)}/.well-known/gateway-jwks.json`,
    SUBGRAPH_URLS: [...urls].map(([name, url]) => `${name}=${url}`).join(','),
    LOG_LEVEL: 'info',
  };
  const subgraphs = new Map(
    [...urls].map(([name, url]) => {
      const process = spawnMain(`subgraphs/${name}/dist/main.js`, { ...shared, PORT: new URL(url).port });
      return [name, { url, process }] as const;
    }),
  );
  const gateway = spawnMain('gateway/dist/main.js', { ...shared, PORT: String(gatewayPort) });
  await Promise.all([
    gateway.says(/"msg":"ready"/),
    ...[...subgraphs.values()].map(({ process }) => process.says(/"msg":"ready"/)),
  ]);
  return { url: `${address(gatewayPort)}/graphql`, subgraphs, gateway };
}
