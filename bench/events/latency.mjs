import { GradeChanged } from '../../packages/contracts/dist/index.js';
import { createOutbox, startRelay } from '../../packages/outbox/dist/index.js';
import { createDatabase, letters } from './databases.mjs';
import { log } from './log.mjs';
import { steadily } from './pace.mjs';
import { startConsumer } from './pipeline.mjs';
import { gradeChanges } from './sample.mjs';

const pace = { perSecond: 200, warmUp: 200, counted: 1_000 };

/**
 * Milliseconds from the commit that stored an event in the outbox of one database to the commit that applied it in
 * another, at a steady rate, with one transaction per event. Both times come from the server
 * (`track_commit_timestamp`), so that measuring affects neither side.
 * @returns `milliseconds` of each event; the `rate` that was `asked` for and the one achieved, in events per second
 */
export async function measureCommitToCommit(databaseUrl, transport) {
  const [source, target] = [await createDatabase(databaseUrl, 'source'), await createDatabase(databaseUrl, 'target')];
  const total = pace.warmUp + pace.counted;
  const consuming = await startConsumer(transport, target, letters, total);
  const relay = startRelay({ url: source.url, source: '/assessment', transport, log });
  try {
    const outbox = createOutbox(source.dataSource, relay.wake);
    const changes = gradeChanges(total);
    const rate = await steadily(pace, (index) =>
      outbox.transaction(async ({ append }) => append(GradeChanged, changes[index].payload, changes[index].version)),
    );
    await consuming.done;
    const stored = await commitTimes(source.dataSource, 'event_log');
    const applied = await commitTimes(target.dataSource, 'inbox');
    const milliseconds = [...stored].slice(-pace.counted).map(([id, at]) => applied.get(id) - at);
    return { rate, asked: pace.perSecond, milliseconds };
  } finally {
    await relay.stop();
    await consuming.stop();
    await Promise.all([source.dataSource.destroy(), target.dataSource.destroy()]);
  }
}

/** The commit times of the events' rows, in milliseconds since 1970, in commit order. */
async function commitTimes(dataSource, table) {
  const rows = await dataSource.query(
    `SELECT event_id, extract(epoch FROM pg_xact_commit_timestamp(xmin))::float8 * 1000 AS at FROM ${table} ORDER BY at`,
  );
  return new Map(rows.map(({ event_id, at }) => [event_id, at]));
}
