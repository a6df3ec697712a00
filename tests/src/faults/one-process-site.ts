import { freePorts } from '../harness/free-port.ts';
import { prepareServer, type Site } from './site.ts';
import { programOfHarness, type Supervised, supervise } from './supervised.ts';

/** Everything in one process, on a PostgreSQL of its own. */
export interface OneProcessSite extends Site {
  readonly lyceum: Supervised;
}

/** @param dataDir where PostgreSQL keeps its files, if not with the others */
export async function openOneProcessSite(dataDir?: string): Promise<OneProcessSite> {
  const server = await prepareServer(dataDir);
  const [port] = await freePorts(1);
  const lyceum = supervise({
    name: 'lyceum',
    main: programOfHarness('one-process'),
    settings: { ...server.settings, PORT: String(port) },
    ready: /^ready /m,
    folder: server.folder,
  });
  await lyceum.ready();
  return {
    ...server,
    name: 'one process',
    thinkMs: 100,
    url: `http://127.0.0.1:${port}/graphql`,
    lyceum,
    async stop() {
      await lyceum.stop();
      await server.stop();
    },
  };
}
