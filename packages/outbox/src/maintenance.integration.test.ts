import { until } from '@lyceum/testing';
import { dispatch, type Maintenance, startMaintenance } from './index.ts';
import { knowsBoth, ledger, upgraded } from './testing/consumers.ts';
import { type Consuming, startConsuming } from './testing/consuming.ts';
import { newerEnvelope } from './testing/events.ts';

let consuming: Consuming;
let maintenance: Maintenance | undefined;

beforeAll(async () => {
  consuming = await startConsuming('maintenance', { isKnown: knowsBoth });
});
afterAll(() => consuming.drop());
afterEach(() => maintenance?.stop());

const often = { partitionsMs: 5, parkedMs: 5 };

async function partitions(): Promise<number> {
  const [row] = await consuming.rows(
    "SELECT count(*)::int AS count FROM pg_inherits WHERE inhparent = 'event_log'::regclass",
  );
  return Number(row?.count);
}

describe('maintenance', () => {
  it('makes the partitions that are missing, again and again, until it is stopped', async () => {
    maintenance = startMaintenance(consuming.context, [], often);
    const thisMonth = new Date().toISOString().slice(0, 7).replace('-', '_');
    for (let turn = 0; turn < 2; turn += 1) {
      await until(async () => (await partitions()) === 4);
      await consuming.rows(`DROP TABLE event_log_${thisMonth}`);
    }
    await until(async () => (await partitions()) === 4);
    await maintenance.stop();
    await consuming.rows(`DROP TABLE event_log_${thisMonth}`);
    expect(await partitions()).toBe(3);
  });

  it('applies events that an old release parked after this one started', async () => {
    maintenance = startMaintenance(consuming.context, upgraded, often);
    await dispatch({ ...consuming.context, isKnown: () => false }, [ledger], [newerEnvelope(1)]);
    await until(async () => (await consuming.sent('ledger')).length === 1);
    await until(async () => (await consuming.deadLetters('ledger')).length === 0);
  });

  it('goes on after a look that failed', async () => {
    let failures = 0;
    const log = Object.assign(Object.create(consuming.context.log), {
      warn: () => {
        failures += 1;
      },
    });
    await consuming.rows('ALTER TABLE dead_letter RENAME TO dead_letter_away');
    maintenance = startMaintenance({ ...consuming.context, log }, upgraded, often);
    await until(() => failures >= 2);
    await consuming.rows('ALTER TABLE dead_letter_away RENAME TO dead_letter');
    await dispatch({ ...consuming.context, isKnown: () => false }, [ledger], [newerEnvelope(1)]);
    await until(async () => (await consuming.deadLetters('ledger')).length === 0);
  });
});
