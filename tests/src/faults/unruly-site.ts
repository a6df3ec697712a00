import { launch, readLyceumEnvironment } from '@lyceum/cli';
import { createLogger } from '@lyceum/telemetry';
import { connectTransport } from '@lyceum/transport';
import { Poison } from './poison.ts';
import { Random } from './random.ts';
import { prepareGround, type Site } from './site.ts';
import { openTally, type Tally } from './tally.ts';
import { UnrulyTransport } from './unruly-transport.ts';

/** Everything in the harness's own process, its events carried by a transport with faults in it. */
export interface UnrulySite extends Site {
  readonly unruly: UnrulyTransport;
  readonly poison: Poison;
  readonly tally: Tally;
}

export async function openUnrulySite(seed: number): Promise<UnrulySite> {
  const ground = await prepareGround();
  const log = createLogger('faults', 'silent');
  const unruly = new UnrulyTransport(log, new Random(seed));
  const environment = await readLyceumEnvironment({ ...ground.settings, LOG_LEVEL: 'silent', PORT: '0' });
  const poison = new Poison(new Random(seed + 1));
  let tally: Tally | undefined;
  const lyceum = await launch(
    environment,
    () => undefined,
    async (...given) => {
      const { transport } = unruly;
      const [serverUrl, prefix] = [ground.postgres.url, environment.DATABASE_PREFIX];
      tally = await openTally({ serverUrl, prefix, transport, log, taste: (eventId) => poison.taste(eventId) });
      return { ...(await connectTransport(...given)), transport };
    },
  );
  if (!tally) throw new Error('the tally was not opened');
  return {
    ...ground,
    name: 'unruly bus',
    url: lyceum.url,
    unruly,
    poison,
    tally,
    async close() {
      await lyceum.stop();
      await tally?.close();
      await ground.remove();
    },
  };
}
