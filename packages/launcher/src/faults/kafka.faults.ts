import { type KafkaSite, type KafkaSiteProcess, openKafkaSite } from './kafka-site.ts';
import { keepResult, seed, soundFindings } from './report.ts';
import type { Failpoint } from './supervised.ts';
import { runTrial, type Trial } from './trial.ts';

let site: KafkaSite;

beforeAll(async () => {
  site = await openKafkaSite();
}, 120_000);
afterAll(() => site?.close(), 60_000);

async function play(fault: string, times: number, inject: (trial: Trial) => Promise<unknown>): Promise<void> {
  const result = await runTrial({
    site,
    fault,
    times,
    seed,
    async inject(trial) {
      await inject(trial);
      return 1;
    },
  });
  keepResult(result);
  expect(result.findings).toEqual(soundFindings);
}

async function kill(name: KafkaSiteProcess): Promise<void> {
  const victim = site.processes[name];
  await victim.ready();
  const ended = victim.ended();
  victim.signal('SIGKILL');
  await ended;
}

describe('subgraphs and gateway as processes of their own, over Kafka', () => {
  it.each<[KafkaSiteProcess, Failpoint, number]>([
    ['assessment', 'before-state-commit', 2],
    ['assessment', 'after-state-commit', 2],
    ['course', 'after-publish', 2],
    ['course', 'at-delete', 2],
    ['identity', 'before-publish', 2],
    ['tally', 'before-effect-commit', 2],
    ['tally', 'after-effect-commit', 2],
  ])(
    'lose and double nothing when %s is killed at %s',
    async (name, failpoint, times) => {
      await play(`kill -9 ${name}, ${failpoint.replaceAll('-', ' ')}`, times, async ({ random }) => {
        const victim = site.processes[name];
        await victim.ready();
        // The relay of assessment may be the other instance's.
        const standby = name === 'assessment' ? [site.processes['assessment-2']] : [];
        await Promise.race([victim, ...standby].map((process) => process.arm(failpoint, random.integer(1, 4))));
      });
    },
    180_000,
  );

  it('lose and double nothing when the gateway is killed', async () => {
    await play('kill -9 gateway', 4, () => kill('gateway'));
  }, 120_000);

  it('lose and double nothing when the broker is killed', async () => {
    await play('kill -9 broker', 2, () => site.restartBroker());
  }, 180_000);
});
