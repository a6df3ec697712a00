import { jest } from '@jest/globals';
import { startLifetime } from './operation-lifetime.ts';

describe('the lifetime of an operation', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('aborts both signals at the deadline, also one that is asked for later', () => {
    const lifetime = startLifetime(1_000);
    const { late } = lifetime;
    jest.advanceTimersByTime(1_000);
    expect(late.reason).toMatchObject({ extensions: { code: 'OPERATION_TIMEOUT' } });
    expect(lifetime.unwanted.reason).toBe(late.reason);
    expect(lifetime.remainingMs()).toBe(0);
  });

  it('lets a mutation continue after its client has disconnected', () => {
    const lifetime = startLifetime(1_000);
    lifetime.leave();
    expect(lifetime.late.aborted).toBe(false);
    expect(lifetime.unwanted.reason).toMatchObject({ extensions: { code: 'OPERATION_CANCELLED' } });
  });

  it('aborts nothing once the answer is out', () => {
    const lifetime = startLifetime(1_000);
    lifetime.end();
    lifetime.leave();
    jest.advanceTimersByTime(1_000);
    expect([lifetime.late.aborted, lifetime.unwanted.aborted]).toEqual([false, false]);
  });
});
