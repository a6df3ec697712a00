import { type FaultySite, openFaultySite } from './faulty-site.ts';
import type { Mischief } from './faulty-transport.ts';
import { prove, seed } from './prove.ts';
import { until } from './trial.ts';

let site: FaultySite;

beforeAll(async () => {
  site = await openFaultySite(seed);
}, 60_000);
afterAll(() => site?.close(), 60_000);

describe('consumers lose and double nothing', () => {
  it.each<[Mischief, number]>([
    ['events come twice', 30],
    ['events of one subject come in reverse', 20],
    ['events come late, overtaken by others', 30],
    ['successes are forgotten', 30],
    ['batches are refused', 10],
    ['batches are carried and then refused', 10],
  ])(
    'where %s',
    async (mischief, times) => {
      await prove(site, mischief, times, () => site.faulty.play(mischief, 5));
    },
    120_000,
  );

  it('where handlers fail, some so often that an event goes to the dead letters, to be replayed', async () => {
    await prove(site, 'events fail 1 to 9 times, dead letters are replayed', 25, async () => {
      const poisoned = await site.poison.play(5);
      await until(
        'the dead letters to be applied',
        async () => (await site.counter.replay()) === 0 && !site.poison.isLeft,
      );
      return poisoned;
    });
  }, 120_000);
});
