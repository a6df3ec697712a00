import { setTimeout as sleep } from 'node:timers/promises';
import { embeddedServer } from '../harness/embedded-server.ts';
import { type OneProcessSite, openOneProcessSite } from './one-process-site.ts';
import { prove } from './prove.ts';
import { type Failpoint, killSupervised } from './supervised.ts';
import type { Trial } from './trial.ts';

let site: OneProcessSite;

beforeAll(async () => {
  site = await openOneProcessSite();
}, 60_000);
afterAll(async () => {
  await site?.close();
  await killSupervised();
}, 60_000);

/** Each of the faults happens at some moment while many write. */
function proveOne(fault: string, times: number, inject: (trial: Trial) => Promise<void>): Promise<void> {
  return prove(site, fault, times, async (trial) => {
    await site.lyceum.ready();
    await sleep(trial.random.integer(0, 200));
    await inject(trial);
  });
}

describe('the one process loses and doubles nothing', () => {
  it.each<[string, Failpoint, number]>([
    ['before the commit of state and events', 'before-state-commit', 7],
    ['after the commit of state and events', 'after-state-commit', 7],
    ['before events are published', 'before-publish', 5],
    ['after events are published', 'after-publish', 5],
    ['while published events are deleted', 'at-delete', 5],
    ['before the commit of an effect', 'before-effect-commit', 5],
    ['after the commit of an effect', 'after-effect-commit', 5],
  ])(
    'killed %s',
    async (moment, failpoint, times) => {
      await proveOne(`kill -9 ${moment}`, times, ({ random }) => site.lyceum.killAt(failpoint, random.integer(1, 6)));
    },
    180_000,
  );

  it('told to end while many write', async () => {
    await proveOne('SIGTERM', 4, async ({ struck }) => {
      const ended = site.lyceum.ended();
      site.lyceum.signal('SIGTERM');
      struck();
      expect(await ended).toEqual({ code: 0, signal: null });
    });
  }, 120_000);

  it('where PostgreSQL is killed', async () => {
    await proveOne('kill -9 PostgreSQL', 5, async () => {
      const { pid } = await embeddedServer(site.postgres.dataDir);
      process.kill(pid, 'SIGKILL');
    });
  }, 120_000);

  it('where a connection to PostgreSQL is cut', async () => {
    await proveOne('a session of PostgreSQL dies', 6, async ({ random }) => {
      const client = await site.connect('assessment');
      try {
        const { rows } = await client.query(
          'SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
        );
        // By SIGKILL, on which PostgreSQL throws everybody out and recovers; or by its own means.
        const { pid } = random.pick(rows);
        if (random.fraction() < 0.3) process.kill(pid, 'SIGKILL');
        else await client.query('SELECT pg_terminate_backend($1)', [pid]);
      } finally {
        await client.end().catch(() => undefined);
      }
    });
  }, 120_000);
});
