import { randomUUID } from 'node:crypto';
import { createNarrator, playStory } from '@lyceum/cli/demo';
import { testServerUrl } from '@lyceum/testing';
import { testBroker } from '@lyceum/transport/testing';
import { createInstallation, type Installation } from '../harness/installation.ts';
import { startSeparately } from '../harness/separate-processes.ts';
import { killAll } from '../harness/spawned.ts';

const broker = await testBroker('the whole graph over Kafka');
/** Without a broker the run ends with a line that says which suites did not run, and why. */
const overKafka = broker ? describe : describe.skip;

overKafka('the whole graph over Kafka', () => {
  let installation: Installation;
  const kafka = {
    KAFKA_BROKERS: broker?.brokers.join(',') ?? '',
    KAFKA_TOPIC_PREFIX: `test.${randomUUID()}.`,
  };

  beforeAll(async () => {
    installation = await createInstallation(testServerUrl(), kafka);
  });
  afterAll(async () => {
    await killAll();
    await installation.remove();
  });

  it('runs the story with every subgraph in its own process', async () => {
    const separate = await startSeparately(installation.settings);
    const told: string[] = [];
    await playStory(
      separate.url,
      createNarrator((line) => told.push(line)),
    );
    expect(told.at(-1)).toMatch(/The grade arrives at Sofja Kowalewskaja's .* 100\.00 %/);
    const { url } = separate.subgraphs.get('assessment') ?? { url: '' };
    const metrics = await (await fetch(new URL('/metrics', url))).text();
    expect(metrics).toMatch(/lyceum_events_handled_total\{[^}]*group="assessment",outcome="success"[^}]*\} [1-9]/);
    // On an orderly stop they leave their groups, so others need not wait for session timeouts.
    const processes = [separate.gateway, ...[...separate.subgraphs.values()].map(({ process }) => process)];
    for (const process of processes) process.signal('SIGTERM');
    expect(await Promise.all(processes.map(async ({ ended }) => (await ended).code))).toEqual([0, 0, 0, 0]);
  }, 120_000);

  it('runs the story in one process', async () => {
    const lyceum = await installation.launch();
    const told: string[] = [];
    await playStory(
      lyceum.url,
      createNarrator((line) => told.push(line)),
    );
    expect(told.at(-1)).toMatch(/100\.00 %/);
  }, 60_000);
});
