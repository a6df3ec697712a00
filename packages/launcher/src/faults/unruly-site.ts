import { createLogger } from '@lyceum/telemetry';
import { connectTransport } from '@lyceum/transport';
import { readLyceumEnvironment } from '../environment.ts';
import { launch } from '../launch.ts';
import { Random } from './random.ts';
import { prepareGround, type Site } from './site.ts';
import { openTally } from './tally.ts';
import { UnrulyTransport } from './unruly-transport.ts';

/** Everything in the harness's own process, its events carried by a transport with faults in it. */
export interface UnrulySite extends Site {
  readonly unruly: UnrulyTransport;
}

export async function openUnrulySite(seed: number): Promise<UnrulySite> {
  const ground = await prepareGround();
  const log = createLogger('faults', 'silent');
  const unruly = new UnrulyTransport(log, new Random(seed));
  const environment = await readLyceumEnvironment({ ...ground.settings, LOG_LEVEL: 'silent', PORT: '0' });
  let tally: Awaited<ReturnType<typeof openTally>> | undefined;
  const lyceum = await launch(
    environment,
    () => undefined,
    async (...given) => {
      const { transport } = unruly;
      const [serverUrl, prefix] = [ground.postgres.url, environment.DATABASE_PREFIX];
      tally = await openTally({ serverUrl, prefix, transport, log });
      return { ...(await connectTransport(...given)), transport };
    },
  );
  return {
    ...ground,
    name: 'unruly bus',
    url: lyceum.url,
    unruly,
    async close() {
      await lyceum.stop();
      await tally?.close();
      await ground.remove();
    },
  };
}
