import type { FormattedExecutionResult } from 'graphql';
import type { EventSink } from '../subgraphs/subgraph-connection.ts';
import { completedEvents } from './completed-events.ts';

function upstream() {
  const state = { closed: 0, sink: undefined as EventSink | undefined };
  return {
    state,
    open(sink: EventSink) {
      state.sink = sink;
      return () => {
        state.closed += 1;
      };
    },
    push: (n: number) => state.sink?.next({ data: { n } }),
  };
}

const asIs = async (event: FormattedExecutionResult) => ({ data: event.data ?? null });

describe('events of a subscription', () => {
  it('arrive in order, and wait for the reader', async () => {
    const { open, push } = upstream();
    const lengths: number[] = [];
    const events = completedEvents({ open, complete: asIs, onQueued: (length) => lengths.push(length) });
    push(1);
    push(2);
    expect(lengths).toEqual([1, 2]);
    expect(await events.next()).toEqual({ done: false, value: { data: { n: 1 } } });
    expect(await events.next()).toEqual({ done: false, value: { data: { n: 2 } } });
    const third = events.next();
    push(3);
    expect(await third).toEqual({ done: false, value: { data: { n: 3 } } });
  });

  it('count as written when the next is asked for, or at the end', async () => {
    const { open, push } = upstream();
    let written = 0;
    const events = completedEvents({ open, complete: asIs, onWritten: () => written++ });
    push(1);
    push(2);
    await events.next();
    const afterFirst = written;
    await events.next();
    const afterSecond = written;
    await events.return?.();
    expect([afterSecond - afterFirst, written - afterSecond]).toEqual([1, 1]);
  });

  it('end at once when the client goes, also while the next is awaited', async () => {
    const { open, state } = upstream();
    let ends = 0;
    const events = completedEvents({ open, complete: asIs, onEnd: () => ends++ });
    const pending = events.next();
    await events.return?.();
    expect(state.closed).toBe(1);
    expect(await pending).toEqual({ done: true, value: undefined });
    expect(await events.next()).toEqual({ done: true, value: undefined });
    await events.return?.();
    expect([state.closed, ends]).toEqual([1, 1]);
  });

  it('end at once when the client goes while one is being completed, which is then not delivered', async () => {
    const { open, push, state } = upstream();
    const events = completedEvents({ open, complete: () => new Promise(() => undefined) });
    push(1);
    const pending = events.next();
    await events.return?.();
    expect(await pending).toEqual({ done: true, value: undefined });
    expect(state.closed).toBe(1);
  });

  it('are all delivered before the end', async () => {
    const { open, push, state } = upstream();
    const events = completedEvents({ open, complete: asIs });
    push(1);
    state.sink?.complete();
    push(2);
    expect(await events.next()).toMatchObject({ value: { data: { n: 1 } } });
    expect(await events.next()).toEqual({ done: true, value: undefined });
  });

  it('are all delivered before a failure, which has every error', async () => {
    const { open, push, state } = upstream();
    const events = completedEvents({ open, complete: asIs });
    push(1);
    state.sink?.fail([{ message: 'one' }, { message: 'two' }]);
    expect(await events.next()).toMatchObject({ value: { data: { n: 1 } } });
    await expect(events.next()).rejects.toMatchObject({ errors: [{ message: 'one' }, { message: 'two' }] });
    expect(state.closed).toBe(1);
    expect(await events.next()).toEqual({ done: true, value: undefined });
  });
});
