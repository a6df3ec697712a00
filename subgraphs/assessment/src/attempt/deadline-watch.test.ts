import { jest } from '@jest/globals';
import { AttemptId, newId } from '@lyceum/contracts';
import { watchDeadlines } from './deadline-watch.ts';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('the deadline watch', () => {
  it('closes the others if one cannot be closed, and retries that one with increasing delays', async () => {
    const [bad, good, late] = [newId(AttemptId), newId(AttemptId), newId(AttemptId)];
    const open = new Set([bad, good]);
    const tried: AttemptId[] = [];
    const logged: unknown[] = [];
    const watch = watchDeadlines(
      {
        findExpired: async (except) => [...open].filter((id) => !except.includes(id)),
        closeExpired: async (id) => {
          tried.push(id);
          if (id === bad) throw new Error('cannot be graded');
          open.delete(id);
        },
      },
      { error: (entry: unknown) => void logged.push(entry) },
    );
    await jest.advanceTimersByTimeAsync(1_000);
    expect(tried).toEqual([bad, good]);
    expect(logged).toEqual([expect.objectContaining({ attemptId: bad, seconds: 2 })]);
    open.add(late);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(tried.slice(2)).toEqual([late]);
    await jest.advanceTimersByTimeAsync(60_000);
    const triedAgain = tried.filter((id) => id === bad).length;
    expect(triedAgain).toBeGreaterThan(3);
    expect(triedAgain).toBeLessThan(8);
    await watch.stop();
  });

  it('continues after a failed query', async () => {
    let looks = 0;
    const watch = watchDeadlines(
      {
        findExpired: async () => {
          looks += 1;
          if (looks === 1) throw new Error('no database');
          return [];
        },
        closeExpired: async () => undefined,
      },
      { error: () => undefined },
    );
    await jest.advanceTimersByTimeAsync(2_000);
    expect(looks).toBe(2);
    await watch.stop();
  });
});
