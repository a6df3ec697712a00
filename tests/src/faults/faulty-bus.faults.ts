import { openFaultySite } from './faulty-site.ts';
import type { Mischief } from './faulty-transport.ts';
import { prove, seed } from './prove.ts';
import { SharedSite } from './shared-site.ts';
import { until } from './trial.ts';

const shared = new SharedSite(() => openFaultySite(seed));

beforeAll(() => shared.open(), 60_000);
afterAll(() => shared.close(), 60_000);

describe('consumers lose and double nothing', () => {
  it.each<[Mischief, number]>([
    ['events come twice', 25],
    ['events of one subject come in reverse', 15],
    ['events come late, overtaken by others', 25],
    ['successes are forgotten', 25],
    ['batches are refused', 10],
    ['batches are carried and then refused', 10],
  ])('where %s', async (mischief, times) => {
    await prove(shared, mischief, times, ({ site }) => site.faulty.play(mischief, 5));
  });

  it('where handlers fail, some so often that an event goes to the dead letters, to be replayed', async () => {
    await prove(shared, 'events fail 1 to 9 times, dead letters are replayed', 20, async ({ site }) => {
      const poisoned = await site.poison.play(5);
      await until(
        'the dead letters to be applied',
        async () => (await site.counter.replay()) === 0 && !site.poison.isLeft,
      );
      return poisoned;
    });
  });
});
