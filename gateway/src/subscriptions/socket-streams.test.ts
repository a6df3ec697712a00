import { jest } from '@jest/globals';
import { SocketStreams } from './socket-streams.ts';

/** A stream that tells whether it was ended. */
function source(...values: number[]) {
  const stream = {
    ended: false,
    [Symbol.asyncIterator]() {
      return this;
    },
    async next(): Promise<IteratorResult<number>> {
      const value = values.shift();
      return value === undefined ? { done: true, value } : { done: false, value };
    },
    async return(): Promise<IteratorResult<number>> {
      stream.ended = true;
      return { done: true, value: undefined };
    },
  };
  return stream;
}

/** Whether a promise settles before anything else happens. */
const isSettled = (promise: Promise<unknown>) =>
  Promise.race([promise.then(() => true), new Promise<boolean>((resolve) => setImmediate(() => resolve(false)))]);

describe('a stream of a socket', () => {
  it('delivers what its source does, to its end', async () => {
    const read: number[] = [];
    for await (const value of new SocketStreams().begin('1').read(() => source(1, 2))) read.push(value);
    expect(read).toEqual([1, 2]);
  });

  it('ends with its socket, and tells no more', async () => {
    const streams = new SocketStreams();
    const upstream = source(1);
    const stream = streams.begin('1').read(() => upstream);
    streams.endAll();
    expect(upstream.ended).toBe(true);
    expect(await isSettled(stream.next())).toBe(false);
  });

  it('ends when its id is given to another, without its end being told', async () => {
    const streams = new SocketStreams();
    const [first, second] = [source(1), source(2)];
    const one = streams.begin('1').read(() => first);
    const other = streams.begin('1').read(() => second);
    expect(first.ended).toBe(true);
    expect(await isSettled(one.next())).toBe(false);
    expect(await other.next()).toEqual({ done: false, value: 2 });
    streams.endAll();
    expect(second.ended).toBe(true);
  });

  it('is never opened once its id is given to another', async () => {
    const streams = new SocketStreams();
    const early = streams.begin('1');
    streams.begin('1');
    const open = jest.fn(() => source(1));
    expect(await isSettled(early.read(open).next())).toBe(false);
    expect(open).not.toHaveBeenCalled();
  });

  it('leaves others alone', async () => {
    const streams = new SocketStreams();
    const upstream = source(1);
    const stream = streams.begin('1').read(() => upstream);
    streams.begin('2').read(() => source());
    streams.begin('2');
    expect(await stream.next()).toEqual({ done: false, value: 1 });
    expect(upstream.ended).toBe(false);
  });
});
