import { CourseCreated } from '@lyceum/contracts';
import { defineConsumer, on } from '@lyceum/outbox';
import { requestScope } from '@lyceum/telemetry';
import { until } from '@lyceum/testing';
import {
  courseCreated,
  database,
  heard,
  inProcessTransport,
  installNotebook,
  notebook,
  start,
} from './testing/notebook.ts';

installNotebook();

const createCourse = { query: 'mutation { createCourse(title: "Algebra") }' };
const request = requestScope({ requestId: 'web-7' });

/** The samples of `/metrics` whose names have this prefix, without the service's common label. */
async function samples(url: string, prefix: string): Promise<string[]> {
  const page = await (await fetch(new URL('/metrics', url))).text();
  return page
    .split('\n')
    .map((line) => line.replace(/service="notebook",|,?service="notebook"/, '').replace('{}', ''))
    .filter((line) => line.startsWith(prefix));
}

/** Enough failures, and an unknown type: dead letters for every reason but one. */
const clumsy = {
  ...notebook,
  consumers: [
    defineConsumer({
      name: 'clumsy',
      kind: 'effect',
      ordered: true,
      handlers: [
        on(CourseCreated, async () => {
          throw new Error('never');
        }),
      ],
    }),
  ],
};

describe('the metrics of events', () => {
  it('report the size and age of the outbox', async () => {
    const { url, execute } = await start();
    await execute(createCourse, { token: undefined, request });
    await database.dataSource.query("UPDATE event_log SET occurred_at = now() - interval '90 seconds'");
    await database.dataSource.query("UPDATE outbox SET occurred_at = now() - interval '90 seconds'");
    expect(await samples(url, 'lyceum_outbox_events')).toEqual(['lyceum_outbox_events 1']);
    const [oldest] = await samples(url, 'lyceum_outbox_oldest_seconds');
    expect(Number(oldest?.split(' ')[1])).toBeGreaterThan(89);
    expect(await samples(url, 'lyceum_relay_state{state="stopped"}')).toEqual([
      'lyceum_relay_state{state="stopped"} 1',
    ]);
  });

  it('report the state of the relay and the outcomes of events', async () => {
    const transport = inProcessTransport();
    const { url, execute, startRelay } = await start({ transport });
    startRelay();
    await execute(createCourse, { token: undefined, request });
    await until(() => heard.consumed.length === 1);
    const event = courseCreated();
    await transport.publish([event]);
    await transport.publish([event]);
    await until(async () => (await samples(url, 'lyceum_outbox_events'))[0] === 'lyceum_outbox_events 0');
    expect(await samples(url, 'lyceum_outbox_oldest_seconds')).toEqual(['lyceum_outbox_oldest_seconds 0']);
    expect(await samples(url, 'lyceum_relay_state')).toEqual([
      'lyceum_relay_state{state="carrying"} 1',
      'lyceum_relay_state{state="standby"} 0',
      'lyceum_relay_state{state="failing"} 0',
      'lyceum_relay_state{state="stopped"} 0',
    ]);
    expect((await samples(url, 'lyceum_events_applied_total')).sort()).toEqual([
      'lyceum_events_applied_total{consumer="notebook",outcome="applied"} 2',
      'lyceum_events_applied_total{consumer="notebook",outcome="duplicate"} 1',
    ]);
  });

  it('count dead letters by reason, and the attempts before them', async () => {
    const transport = inProcessTransport();
    const { url } = await start({ transport, definition: clumsy });
    const event = courseCreated();
    await transport.publish([event, { ...event, id: crypto.randomUUID(), aggregateversion: 2 }]);
    await transport.publish([
      { ...courseCreated(), data: {} },
      { ...courseCreated(), type: 'course.course.renamed.v9' },
    ]);
    expect((await samples(url, 'lyceum_dead_letters')).sort()).toEqual(
      ['BLOCKED', 'FAILED', 'INVALID', 'UNKNOWN_TYPE'].map(
        (reason) => `lyceum_dead_letters{consumer="clumsy",reason="${reason}"} 1`,
      ),
    );
    expect((await samples(url, 'lyceum_events_applied_total')).sort()).toEqual([
      'lyceum_events_applied_total{consumer="clumsy",outcome="blocked"} 1',
      'lyceum_events_applied_total{consumer="clumsy",outcome="dead_lettered"} 2',
      'lyceum_events_applied_total{consumer="clumsy",outcome="parked"} 1',
    ]);
    expect(await samples(url, 'lyceum_event_retries_total')).toEqual([
      'lyceum_event_retries_total{consumer="clumsy"} 4',
    ]);
  });

  it('report a failing relay, and the number of failures', async () => {
    const transport = inProcessTransport();
    const failing = { ...transport, publish: () => Promise.reject(new Error('no broker answers')) };
    const { url, execute, startRelay } = await start({ transport: failing });
    startRelay();
    await execute(createCourse, { token: undefined, request });
    await until(
      async () =>
        (await samples(url, 'lyceum_relay_state{state="failing"}'))[0] === 'lyceum_relay_state{state="failing"} 1',
    );
    const [failures] = await samples(url, 'lyceum_relay_failures_total');
    expect(Number(failures?.split(' ')[1])).toBeGreaterThan(0);
  });

  it('omit database metrics while the database does not answer, and include them again afterwards', async () => {
    const { url } = await start();
    expect(await samples(url, 'lyceum_outbox_events')).toHaveLength(1);
    await database.dataSource.transaction(async (manager) => {
      await manager.query('LOCK TABLE outbox IN ACCESS EXCLUSIVE MODE');
      expect(await samples(url, 'lyceum_outbox_events')).toEqual([]);
      expect(await samples(url, 'lyceum_relay_state')).toHaveLength(4);
    });
    await until(async () => (await samples(url, 'lyceum_outbox_events')).length === 1);
  });
});
