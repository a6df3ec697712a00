import { freePorts } from '../harness/free-port.ts';
import { prepareGround, type Site } from './site.ts';
import { programOfHarness, type Supervised, supervise } from './supervised.ts';

/** Everything in one process, on a PostgreSQL of its own. */
export interface OneProcessSite extends Site {
  readonly lyceum: Supervised;
}

/** @param dataDir where PostgreSQL keeps its files, if not with the others */
export async function openOneProcessSite(dataDir?: string): Promise<OneProcessSite> {
  const ground = await prepareGround(dataDir);
  const [port] = await freePorts(1);
  const lyceum = supervise({
    name: 'lyceum',
    main: programOfHarness('one-process'),
    settings: { ...ground.settings, PORT: String(port) },
    ready: /^ready /m,
    controlFolder: ground.folder,
  });
  await lyceum.ready();
  return {
    ...ground,
    name: 'one process',
    url: `http://127.0.0.1:${port}/graphql`,
    lyceum,
    async close() {
      await lyceum.stop();
      await ground.remove();
    },
  };
}
