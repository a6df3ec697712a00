import { keepResult, seed, soundFindings } from './report.ts';
import { runTrial, until } from './trial.ts';
import { openUnrulySite, type UnrulySite } from './unruly-site.ts';
import type { Mischief } from './unruly-transport.ts';

let site: UnrulySite;

beforeAll(async () => {
  site = await openUnrulySite(seed);
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
      const result = await runTrial({
        site,
        fault: mischief,
        times,
        seed,
        inject: () => site.unruly.play(mischief, 5),
      });
      keepResult(result);
      expect(result.findings).toEqual(soundFindings);
      expect(result.injected).toBeGreaterThanOrEqual(times);
    },
    120_000,
  );

  it('where handlers fail, some so often that an event goes to the dead letters, to be replayed', async () => {
    const result = await runTrial({
      site,
      fault: 'events fail 1 to 9 times, dead letters are replayed',
      times: 25,
      seed,
      async inject() {
        const poisoned = await site.poison.play(5);
        await until(
          'the dead letters to be applied',
          async () => (await site.tally.replay()) === 0 && !site.poison.isLeft,
        );
        return poisoned;
      },
    });
    keepResult(result);
    expect(result.findings).toEqual(soundFindings);
    expect(result.injected).toBe(25);
  }, 120_000);
});
