import { CourseCreated, CourseId, newId, UserId } from '@lyceum/contracts';
import { createTestDatabase, type TestDatabase } from '@lyceum/database/testing';
import { createOutbox, ensurePartitions, eventMigrations } from './index.ts';

let database: TestDatabase;

beforeEach(async () => {
  database = await createTestDatabase({
    name: 'partitions',
    entities: [],
    migrations: eventMigrations,
  });
});
afterEach(() => database.drop());

async function partitions(): Promise<string[]> {
  const rows: { name: string }[] = await database.dataSource.query(
    "SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent IN ('event_log'::regclass, 'inbox'::regclass) ORDER BY 1",
  );
  return rows.map(({ name }) => name);
}

const logAt = (time: string) =>
  database.dataSource.query(
    `INSERT INTO event_log (event_id, aggregate_type, aggregate_id, version, type, payload, headers, occurred_at)
     VALUES (gen_random_uuid(), 'course', '1', 1, 'course.course.created.v1', '{}', '{}', $1)
     RETURNING tableoid::regclass::text AS partition`,
    [time],
  );

describe('partitions', () => {
  it('are made for this month and the next two, over the turn of the year too', async () => {
    await ensurePartitions(database.dataSource, new Date('2027-11-30T23:59:59Z'));
    expect(await partitions()).toEqual([
      'event_log_2027_11',
      'event_log_2027_12',
      'event_log_2028_01',
      'event_log_default',
      'inbox_2027_11',
      'inbox_2027_12',
      'inbox_2028_01',
      'inbox_default',
    ]);
  });

  it('hold the rows of their month; what fits none goes to the default one', async () => {
    await ensurePartitions(database.dataSource, new Date('2027-03-15T00:00:00Z'));
    expect(await logAt('2027-03-01T00:00:00Z')).toEqual([{ partition: 'event_log_2027_03' }]);
    expect(await logAt('2027-03-31T23:59:59.999Z')).toEqual([{ partition: 'event_log_2027_03' }]);
    expect(await logAt('2027-04-01T00:00:00Z')).toEqual([{ partition: 'event_log_2027_04' }]);
    expect(await logAt('2027-06-01T00:00:00Z')).toEqual([{ partition: 'event_log_default' }]);
  });

  it('begin with the month in UTC, whatever the time zone of the server', async () => {
    const name = new URL(database.url).pathname.slice(1);
    await database.dataSource.query(`ALTER DATABASE "${name}" SET timezone = 'America/New_York'`);
    await database.dataSource.destroy();
    await database.dataSource.initialize();
    await ensurePartitions(database.dataSource, new Date('2027-03-15T00:00:00Z'));
    expect(await logAt('2027-03-01T00:00:00Z')).toEqual([{ partition: 'event_log_2027_03' }]);
    expect(await logAt('2027-02-28T23:59:59Z')).toEqual([{ partition: 'event_log_default' }]);
  });

  it('receive the events of today', async () => {
    const now = new Date();
    await ensurePartitions(database.dataSource, now);
    await createOutbox(database.dataSource, () => undefined).transaction(async ({ append }) =>
      append(
        CourseCreated,
        { courseId: newId(CourseId), title: 'Algebra', instructorId: newId(UserId), createdAt: now.toISOString() },
        1,
      ),
    );
    const rows = await database.dataSource.query('SELECT tableoid::regclass::text AS name FROM event_log');
    expect(rows).toEqual([{ name: `event_log_${now.toISOString().slice(0, 7).replace('-', '_')}` }]);
  });

  it('may be asked for again, and by several instances that start at once', async () => {
    const now = new Date('2027-03-15T00:00:00Z');
    await Promise.all(Array.from({ length: 5 }, () => ensurePartitions(database.dataSource, now)));
    await ensurePartitions(database.dataSource, now);
    expect(await partitions()).toHaveLength(8);
  });

  it('are left out where the default one has rows of their month already, so that a late start still starts', async () => {
    await logAt('2027-04-10T00:00:00Z');
    await ensurePartitions(database.dataSource, new Date('2027-03-15T00:00:00Z'));
    expect(await partitions()).toEqual([
      'event_log_2027_03',
      'event_log_2027_05',
      'event_log_default',
      'inbox_2027_03',
      'inbox_2027_04',
      'inbox_2027_05',
      'inbox_default',
    ]);
    expect(await logAt('2027-04-11T00:00:00Z')).toEqual([{ partition: 'event_log_default' }]);
  });
});
