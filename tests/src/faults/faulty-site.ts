import { launch, readLyceumEnvironment } from '@lyceum/cli';
import { createLogger } from '@lyceum/telemetry';
import { connectTransport } from '@lyceum/transport';
import { type EventCounter, openEventCounter } from './event-counter.ts';
import { FaultyTransport } from './faulty-transport.ts';
import { Poison } from './poison.ts';
import { Random } from './random.ts';
import { prepareServer, type Site } from './site.ts';

/** Everything in the harness's own process, its events carried by a transport with faults in it. */
export interface FaultySite extends Site {
  readonly faulty: FaultyTransport;
  readonly poison: Poison;
  readonly counter: EventCounter;
}

export async function openFaultySite(seed: number): Promise<FaultySite> {
  const server = await prepareServer();
  const log = createLogger('faults', 'silent');
  const faulty = new FaultyTransport(log, new Random(seed));
  const environment = await readLyceumEnvironment({ ...server.settings, LOG_LEVEL: 'silent', PORT: '0' });
  const poison = new Poison(new Random(seed + 1));
  let counter: EventCounter | undefined;
  const lyceum = await launch(
    environment,
    () => undefined,
    async (...given) => {
      const { transport } = faulty;
      const [serverUrl, prefix] = [server.postgres.url, environment.DATABASE_PREFIX];
      counter = await openEventCounter({
        serverUrl,
        prefix,
        transport,
        log,
        taste: (eventId) => poison.taste(eventId),
      });
      return { ...(await connectTransport(...given)), transport };
    },
  );
  if (!counter) throw new Error('the counter was not opened');
  return {
    ...server,
    name: 'faulty bus',
    thinkMs: 0,
    url: lyceum.url,
    faulty,
    poison,
    counter,
    async stop() {
      await lyceum.stop();
      await counter?.close();
      await server.stop();
    },
  };
}
