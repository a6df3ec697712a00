import { setTimeout as sleep } from 'node:timers/promises';
import { GradeChanged } from '../../packages/contracts/dist/index.js';
import { createOutbox, startRelay } from '../../packages/outbox/dist/index.js';
import { createDatabase, letters } from './databases.mjs';
import { log } from './log.mjs';
import { startConsumer } from './pipeline.mjs';
import { gradeChanges } from './sample.mjs';

/** At which rate events come, and how many: the first ones warm up and are not counted. */
export const steady = { perSecond: 200, warmUp: 200, counted: 1_000 };
export const steadyTotal = steady.warmUp + steady.counted;

/** A machine that is too slow for the rate answers fewer; more in flight would only queue. */
const mostInFlight = 8;

/**
 * Calls work at a steady rate, for so many events in each call.
 * @returns at how many events a second that was possible
 */
export async function steadily(atOnce, work) {
  const begin = performance.now();
  const inFlight = new Set();
  for (let index = 0; index < steadyTotal; index += atOnce) {
    const wait = begin + (index * 1_000) / steady.perSecond - performance.now();
    if (wait > 0) await sleep(wait);
    while (inFlight.size >= mostInFlight) await Promise.race(inFlight);
    const call = work(index).finally(() => inFlight.delete(call));
    inFlight.add(call);
  }
  await Promise.all(inFlight);
  return steadyTotal / ((performance.now() - begin) / 1_000);
}

/**
 * Milliseconds from the commit that stored an event in the outbox of one database to the commit that applied it in another, at a
 * steady rate, each event stored in a transaction of its own. Both times are the server's own (`track_commit_timestamp`): measuring
 * costs neither side anything.
 * @returns `milliseconds` of each event, and the `rate` that was possible
 */
export async function measureCommitToCommit(databaseUrl, transport) {
  const [source, target] = [await createDatabase(databaseUrl, 'source'), await createDatabase(databaseUrl, 'target')];
  const consuming = await startConsumer(transport, target, letters, steadyTotal);
  const relay = startRelay({ url: source.url, source: '/assessment', transport, log });
  try {
    const outbox = createOutbox(source.dataSource, relay.wake);
    const changes = gradeChanges(steadyTotal);
    const rate = await steadily(1, (index) =>
      outbox.transaction(async ({ append }) => append(GradeChanged, changes[index].payload, changes[index].version)),
    );
    await consuming.done;
    const stored = await commitTimes(source.dataSource, 'event_log');
    const applied = await commitTimes(target.dataSource, 'inbox');
    return { rate, milliseconds: [...stored].slice(-steady.counted).map(([id, at]) => applied.get(id) - at) };
  } finally {
    await relay.stop();
    await consuming.stop();
    await Promise.all([source.dataSource.destroy(), target.dataSource.destroy()]);
  }
}

/** When the rows of events were committed, in milliseconds since 1970, in that order. */
async function commitTimes(dataSource, table) {
  const rows = await dataSource.query(
    `SELECT event_id, extract(epoch FROM pg_xact_commit_timestamp(xmin))::float8 * 1000 AS at FROM ${table} ORDER BY at`,
  );
  return new Map(rows.map(({ event_id, at }) => [event_id, at]));
}
