import { openDatabase } from '@lyceum/database';
import { createTestDatabase, type TestDatabase } from '@lyceum/database/testing';
import { envelope } from '../testing/events.ts';
import { CreateEventTables1764000000000 } from './create-event-tables.ts';
import { eventMigrations } from './index.ts';

let database: TestDatabase;

beforeAll(async () => {
  const migrations = [CreateEventTables1764000000000];
  database = await createTestDatabase({ name: 'older', entities: [], migrations });
});
afterAll(() => database.drop());

describe('an installation with dead letters', () => {
  it('keeps them as failed, except for those applied in the meantime; none is redelivered', async () => {
    const [kept, applied] = [envelope(2), envelope(3)];
    for (const event of [kept, applied]) {
      await database.dataSource.query(
        "INSERT INTO dead_letter (consumer, event_id, envelope, error, at) VALUES ('roster', $1, $2, 'no', '2026-03-02')",
        [event.id, JSON.stringify(event)],
      );
    }
    await database.dataSource.query("INSERT INTO inbox VALUES ('roster', $1, '2026-03-01')", [applied.id]);

    const upgraded = await openDatabase({
      url: database.url,
      name: 'newer',
      entities: [],
      migrations: eventMigrations,
    });
    try {
      const at = new Date('2026-03-02T00:00:00Z');
      expect(await upgraded.query('SELECT * FROM dead_letter')).toEqual([
        {
          ...{
            id: '1',
            consumer: 'roster',
            event_id: kept.id,
            envelope: kept,
            reason: 'FAILED',
            error: 'no',
            attempts: 5,
          },
          ...{ type: kept.type, aggregate_type: 'course', aggregate_id: kept.subject, version: '2' },
          ...{ first_at: at, last_at: at },
        },
      ]);
      const inbox: { event_id: string }[] = await upgraded.query('SELECT event_id FROM inbox ORDER BY 1');
      expect(inbox.map(({ event_id }) => event_id)).toEqual([kept.id, applied.id].sort());
      await expect(upgraded.query("UPDATE dead_letter SET reason = 'TIRED'")).rejects.toThrow(/dead_letter_reason/);
    } finally {
      await upgraded.destroy();
    }
  });
});
