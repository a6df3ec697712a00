import { CourseId, newId } from '@lyceum/contracts';
import { countStatements } from '@lyceum/database/testing';
import { AppliedEvents } from './applied-events.ts';
import { catalogue, ledger } from './testing/consumers.ts';
import { type Consuming, startConsuming } from './testing/consuming.ts';
import { envelope } from './testing/events.ts';

let consuming: Consuming;
beforeAll(async () => {
  consuming = await startConsuming('applied_events');
});
beforeEach(() => consuming.clear());
afterAll(() => consuming.drop());

const course = newId(CourseId);
const happened = () => ({ ...envelope(1, course), time: new Date().toISOString() });
const consumers = [catalogue, ledger];
const create = (used = consumers) => new AppliedEvents(consuming.database.dataSource, used);

/** Whether a wait ends before anything else happens. */
async function isOver(wait: Promise<boolean>): Promise<boolean> {
  return Promise.race([wait.then(() => true), new Promise<boolean>((resolve) => setImmediate(() => resolve(false)))]);
}

describe('who waits for an event', () => {
  it('goes on as soon as this process has applied it, without a statement', async () => {
    const applied = create();
    const event = happened();
    const { result, statements } = await countStatements(consuming.database.dataSource, async () => {
      const wait = applied.until([event], 10_000);
      expect(await isOver(wait)).toBe(false);
      applied.note([event]);
      return wait;
    });
    expect(result).toBe(true);
    expect(statements).toEqual([]);
  });

  it('goes on when another process has applied it', async () => {
    const event = happened();
    const wait = create().until([event], 10_000);
    await consuming.deliver([event], consumers);
    expect(await wait).toBe(true);
  });

  it('waits for every consumer that uses it', async () => {
    const event = happened();
    await consuming.deliver([event], [catalogue]);
    expect(await create([catalogue]).until([event], 10_000)).toBe(true);
    expect(await create().until([event], 150)).toBe(false);
  });

  it('does not wait for what no consumer uses', async () => {
    expect(await create().until([{ id: happened().id, type: 'other.thing.happened.v1' }], 0)).toBe(true);
  });

  it('gives up in time, and nobody waits for the same event again', async () => {
    const applied = create();
    const event = happened();
    expect(await applied.until([event], 50)).toBe(false);
    expect(await applied.until([event], 0)).toBe(true);
  });
});
