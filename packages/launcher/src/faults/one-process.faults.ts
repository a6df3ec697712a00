import { type OneProcessSite, openOneProcessSite } from './one-process-site.ts';
import { keepResult, seed, soundResult } from './report.ts';
import type { Failpoint } from './supervised.ts';
import { runTrial } from './trial.ts';

let site: OneProcessSite;

beforeAll(async () => {
  site = await openOneProcessSite();
}, 60_000);
afterAll(() => site?.close(), 60_000);

describe('the one process', () => {
  it.each<[string, Failpoint, number]>([
    ['before the commit of state and events', 'before-state-commit', 10],
    ['after the commit of state and events', 'after-state-commit', 10],
    ['before events are published', 'before-publish', 8],
    ['after events are published', 'after-publish', 8],
    ['while published events are deleted', 'at-delete', 8],
    ['before the commit of an effect', 'before-effect-commit', 8],
    ['after the commit of an effect', 'after-effect-commit', 8],
  ])(
    'killed %s, loses and doubles nothing',
    async (moment, failpoint, times) => {
      const result = await runTrial({
        site,
        fault: `kill -9 ${moment}`,
        times,
        seed,
        async inject({ random }) {
          await site.lyceum.ready();
          await site.lyceum.arm(failpoint, random.integer(1, 6));
        },
      });
      keepResult(result);
      expect(result).toMatchObject(soundResult(times));
    },
    180_000,
  );
});
