import { jest } from '@jest/globals';
import { mapStream } from './index.ts';

/** A source that yields given values, then waits until it is ended. */
function createSource(values: unknown[], failure?: Error) {
  let finish: (() => void) | undefined;
  const source = {
    returned: 0,
    [Symbol.asyncIterator]() {
      return this;
    },
    async next(): Promise<IteratorResult<unknown>> {
      if (values.length > 0) return { done: false, value: values.shift() };
      if (failure) throw failure;
      return new Promise((resolve) => {
        finish = () => resolve({ done: true, value: undefined });
      });
    },
    async return(): Promise<IteratorResult<unknown>> {
      source.returned += 1;
      finish?.();
      return { done: true, value: undefined };
    },
  };
  return source;
}

const over = { done: true, value: undefined };
const double = (value: unknown) => ({ value: Number(value) * 2, last: value === 3 });

describe('a mapped stream', () => {
  it('maps every value, and ends after the one marked as last', async () => {
    const source = createSource([1, 2, 3, 4]);
    const ended = jest.fn();
    const seen: unknown[] = [];
    for await (const value of mapStream(source, { map: double, ended })) seen.push(value);
    expect(seen).toEqual([2, 4, 6]);
    expect(source.returned).toBe(1);
    expect(ended).toHaveBeenCalledTimes(1);
  });

  it('ends with its source', async () => {
    const ended = jest.fn();
    const source = (async function* () {
      yield 1;
    })();
    const stream = mapStream<number, number>(source, { map: double, ended });
    expect(await stream.next()).toEqual({ done: false, value: 2 });
    expect(await stream.next()).toEqual(over);
    expect(await stream.next()).toEqual(over);
    expect(ended).toHaveBeenCalledTimes(1);
  });

  it('ends its source at once when its reader leaves while waiting', async () => {
    const source = createSource([]);
    const ended = jest.fn();
    const stream = mapStream(source, { map: double, ended });
    const pending = stream.next();
    expect(await stream.return?.()).toEqual(over);
    expect(source.returned).toBe(1);
    expect(await pending).toEqual(over);
    expect(await stream.next()).toEqual(over);
    expect(ended).toHaveBeenCalledTimes(1);
  });

  it('delivers nothing after the reader has left', async () => {
    let yieldLate = (_result: IteratorResult<unknown>) => {};
    const source = {
      ...createSource([]),
      next: () =>
        new Promise<IteratorResult<unknown>>((resolve) => {
          yieldLate = resolve;
        }),
    };
    const map = jest.fn(double);
    const stream = mapStream(source, { map });
    const pending = stream.next();
    await stream.return?.();
    yieldLate({ done: false, value: 1 });
    expect(await pending).toEqual(over);
    expect(map).not.toHaveBeenCalled();
  });

  it('throws the error of its source, and then ends', async () => {
    const ended = jest.fn();
    const stream = mapStream(createSource([1], new Error('lost')), { map: double, ended });
    await stream.next();
    await expect(stream.next()).rejects.toThrow('lost');
    expect(await stream.next()).toEqual(over);
    expect(ended).toHaveBeenCalledTimes(1);
  });

  it('delivers a failure as its last value if a mapping is given', async () => {
    const source = createSource([1], new Error('lost'));
    const ended = jest.fn();
    const stream = mapStream(source, { map: double, failed: (error) => -(error as Error).message.length, ended });
    const seen: unknown[] = [];
    for await (const value of stream) seen.push(value);
    expect(seen).toEqual([2, -4]);
    expect(ended).toHaveBeenCalledTimes(1);
  });

  it('ends its source when the mapping fails', async () => {
    const source = createSource([1]);
    const stream = mapStream(source, {
      map: () => {
        throw new Error('cannot map');
      },
    });
    await expect(stream.next()).rejects.toThrow('cannot map');
    expect(source.returned).toBe(1);
  });

  it('ignores a failure of the source caused by a reader that left', async () => {
    let failLate = (_error: Error) => {};
    const source = {
      ...createSource([]),
      next: () =>
        new Promise<IteratorResult<unknown>>((_resolve, reject) => {
          failLate = reject;
        }),
    };
    const stream = mapStream(source, { map: double, failed: () => 0 });
    const pending = stream.next();
    await stream.return?.();
    failLate(new Error('aborted'));
    expect(await pending).toEqual(over);
  });

  it('delivers its last value even if its source fails to close', async () => {
    const source = { ...createSource([3]), return: () => Promise.reject(new Error('cannot close')) };
    const stream = mapStream(source, { map: double });
    expect(await stream.next()).toEqual({ done: false, value: 6 });
    expect(await stream.next()).toEqual(over);
  });

  it('ends, with its source, when its reader throws into it', async () => {
    const source = createSource([1]);
    const ended = jest.fn();
    const stream = mapStream(source, { map: double, ended });
    await expect(stream.throw?.(new Error('enough'))).rejects.toThrow('enough');
    expect(source.returned).toBe(1);
    expect(ended).toHaveBeenCalledTimes(1);
  });
});
