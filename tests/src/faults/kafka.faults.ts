import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EventEnvelope } from '@lyceum/contracts';
import { embeddedServer } from '../harness/embedded-server.ts';
import { type KafkaSite, type KafkaSiteProcess, openKafkaSite } from './kafka-site.ts';
import { prove } from './prove.ts';
import { SharedSite } from './shared-site.ts';
import type { DatabaseName } from './site.ts';
import type { Failpoint, Supervised } from './supervised.ts';

const shared = new SharedSite(openKafkaSite);

beforeAll(() => shared.open(), 120_000);
afterAll(() => shared.close(), 60_000);

async function kill(victim: Supervised): Promise<void> {
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
    ['counter', 'before-effect-commit', 2],
    ['counter', 'after-effect-commit', 2],
  ])('lose and double nothing when %s is killed at %s', async (name, failpoint, times) => {
    await prove(shared, `kill -9 ${name}, ${failpoint.replaceAll('-', ' ')}`, times, async ({ site, random }) => {
      const victim = site.processes[name];
      await victim.ready();
      await victim.killAt(failpoint, random.integer(1, 4));
    });
  });

  it('lose and double nothing when the gateway is killed', async () => {
    await prove(shared, 'kill -9 gateway', 3, ({ site }) => kill(site.processes.gateway));
  });

  it('lose and double nothing when the broker is killed', async () => {
    await prove(shared, 'kill -9 broker', 2, ({ site, struck }) => site.restartBroker(struck));
  });

  it('lose and double nothing when PostgreSQL is killed', async () => {
    await prove(shared, 'kill -9 PostgreSQL', 2, async ({ site }) => {
      const { pid } = await embeddedServer(site.postgres.dataDir);
      process.kill(pid, 'SIGKILL');
    });
  });

  it.each<[string, number]>([
    ['answers nothing for longer than the gateway waits', 7_000],
    ['is silent for so long that its group goes on without it', 14_000],
  ])('lose and double nothing when a subgraph %s', async (_what, milliseconds) => {
    await prove(shared, `assessment hangs for ${milliseconds / 1_000} s`, 1, async ({ site }) => {
      site.processes.assessment.signal('SIGSTOP');
      await sleep(milliseconds);
      site.processes.assessment.signal('SIGCONT');
    });
  });

  it('lose and double nothing when the relay loses its place to another while it works', async () => {
    await prove(shared, 'another relay takes over', 3, async ({ site, random }) => {
      await sleep(random.integer(0, 300));
      await query(
        site,
        'assessment',
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity JOIN pg_locks USING (pid)
        WHERE datname = current_database() AND application_name = 'assessment relay' AND locktype = 'advisory'`,
      );
    });
  });

  it('lose and double nothing when everything that ever happened is told once more, in any order', async () => {
    await prove(shared, 'the whole log comes again, shuffled', 3, async ({ site }) => {
      for (const database of ['identity', 'course', 'assessment'] as const) {
        const again = 'SELECT event_id, occurred_at FROM event_log ORDER BY random()';
        await query(site, database, `INSERT INTO outbox (event_id, occurred_at) ${again}`);
      }
    });
  });

  it('lose and double nothing when events come that nobody can apply, and put those aside', async () => {
    const strange: EventEnvelope[] = [];
    await prove(shared, 'an event that fits no schema, one of an unknown type', 4, async ({ site }) => {
      const envelopes = [strangeEvent('course.course.created.v1'), strangeEvent('course.course.created.v2')];
      strange.push(...envelopes);
      await site.publish(envelopes);
    });
    const site = await shared.open();
    for (const database of ['counter', 'assessment'] as const) {
      const letters = await query(site, database, 'SELECT event_id, reason FROM dead_letter');
      const expected = strange.map(({ id, type }) => ({
        event_id: id,
        reason: type.endsWith('v2') ? 'UNKNOWN_TYPE' : 'INVALID',
      }));
      expect(letters).toHaveLength(expected.length);
      expect(letters).toEqual(expect.arrayContaining(expected));
    }
  });

  it('lose and double nothing when members of a group come and go', async () => {
    await prove(shared, 'rebalance storm of 4 members', 2, async ({ site }) => {
      const names = [1, 2, 3, 4].map((number) => `counter-${number}`);
      const members = names.map((name) => site.startEventCounter(name));
      for (const member of members) {
        await member.ready();
        expect(await member.stop()).toBe(0);
      }
    });
  });

  it('lose and double nothing when they are told to end', async () => {
    const names = ['identity', 'course', 'assessment', 'gateway', 'counter'] as const;
    let next = 0;
    await prove(shared, 'SIGTERM to one after another', names.length, async ({ site, struck }) => {
      const process = site.processes[names[next % names.length] ?? 'counter'];
      next += 1;
      await process.ready();
      const ended = process.ended();
      process.signal('SIGTERM');
      struck();
      expect(await ended).toEqual({ code: 0, signal: null });
    });
  });
});

/** Of an aggregate that does not exist. */
function strangeEvent(type: string): EventEnvelope {
  return {
    ...{ specversion: '1.0', id: randomUUID(), source: '/course', type, subject: randomUUID() },
    ...{ time: new Date().toISOString(), datacontenttype: 'application/json', data: {}, aggregateversion: 1 },
  };
}

async function query(site: KafkaSite, database: DatabaseName, sql: string): Promise<unknown[]> {
  const client = await site.connect(database);
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
