import { setTimeout as sleep } from 'node:timers/promises';
import { embeddedServer } from '../harness/embedded-server.ts';
import { type OneProcessSite, openOneProcessSite } from './one-process-site.ts';
import { prove } from './prove.ts';
import { SharedSite } from './shared-site.ts';
import type { Failpoint } from './supervised.ts';
import type { Trial } from './trial.ts';

const shared = new SharedSite(() => openOneProcessSite());

beforeAll(() => shared.open(), 60_000);
afterAll(() => shared.close(), 60_000);

/** Each of the faults happens at some moment while many write. */
function proveOne(
  fault: string,
  times: number,
  inject: (trial: Trial<OneProcessSite>) => Promise<void>,
): Promise<void> {
  return prove(shared, fault, times, async (trial) => {
    await trial.site.lyceum.ready();
    await sleep(trial.random.integer(0, 200));
    await inject(trial);
  });
}

describe('the one process loses and doubles nothing', () => {
  it.each<[string, Failpoint, number]>([
    ['before the commit of state and events', 'before-state-commit', 6],
    ['after the commit of state and events', 'after-state-commit', 6],
    ['before events are published', 'before-publish', 4],
    ['after events are published', 'after-publish', 4],
    ['while published events are deleted', 'at-delete', 4],
    ['before the commit of an effect', 'before-effect-commit', 4],
    ['after the commit of an effect', 'after-effect-commit', 4],
  ])('killed %s', async (moment, failpoint, times) => {
    await proveOne(`kill -9 ${moment}`, times, ({ site, random }) =>
      site.lyceum.killAt(failpoint, random.integer(1, 6)),
    );
  });

  it('told to end while many write', async () => {
    await proveOne('SIGTERM', 3, async ({ site, struck }) => {
      const ended = site.lyceum.ended();
      site.lyceum.signal('SIGTERM');
      struck();
      expect(await ended).toEqual({ code: 0, signal: null });
    });
  });

  it('where PostgreSQL is killed', async () => {
    await proveOne('kill -9 PostgreSQL', 4, async ({ site }) => {
      const { pid } = await embeddedServer(site.postgres.dataDir);
      process.kill(pid, 'SIGKILL');
    });
  });

  it('where a connection to PostgreSQL is cut', async () => {
    await proveOne('a session of PostgreSQL dies', 5, async ({ site, random }) => {
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
  });
});
