import fc from 'fast-check';
import { type FeedEntry, LiveFeeds } from './index.ts';

const everything = async <Entry>(entries: readonly Entry[]) => entries;

/** An in-memory feed whose reads take one turn of the event loop and are counted. */
function createSource() {
  const entries: FeedEntry[] = [];
  let reads = 0;
  let heads = 0;
  return {
    grow(count = 1) {
      for (let added = 0; added < count; added += 1) entries.push({ version: entries.length + 1 });
    },
    get reads() {
      return reads;
    },
    get heads() {
      return heads;
    },
    async head() {
      heads += 1;
      const { length } = entries;
      await new Promise((resolve) => setImmediate(resolve));
      return length;
    },
    async read(_feedId: string, after: number, limit: number) {
      reads += 1;
      const found = entries.slice(after, after + limit);
      await new Promise((resolve) => setImmediate(resolve));
      return found;
    },
  };
}

async function take(stream: AsyncIterator<FeedEntry>, count: number): Promise<number[]> {
  const versions: number[] = [];
  while (versions.length < count) versions.push((await stream.next()).value.version);
  return versions;
}

/** Resolves when every reader is up to date and waiting: a read takes one turn of the event loop. */
async function readersWait(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

describe('a live feed', () => {
  it('refuses a position beyond its end, from which entries would be skipped', async () => {
    const source = createSource();
    source.grow(3);
    const feeds = new LiveFeeds(source);
    await expect(feeds.subscribe('course', 4, everything).next()).rejects.toMatchObject({ code: 'BAD_CURSOR' });
    expect(feeds.subscribers).toBe(0);
    const stream = feeds.subscribe('course', 3, everything);
    const next = stream.next();
    source.grow();
    feeds.wake('course');
    expect((await next).value).toEqual({ version: 4 });
    await stream.return?.();
  });

  it('accepts a cursor newer than the head that others are waiting for', async () => {
    const source = createSource();
    const feeds = new LiveFeeds(source);
    const early = feeds.subscribe('course', 0, everything);
    source.grow(2);
    const late = feeds.subscribe('course', 1, everything);
    expect((await late.next()).value).toEqual({ version: 2 });
    await Promise.all([early.return?.(), late.return?.()]);
    feeds.stop();
  });

  it('reads its head once for all subscribers that reconnect together', async () => {
    const source = createSource();
    source.grow(3);
    const feeds = new LiveFeeds(source);
    const streams = Array.from({ length: 500 }, () => feeds.subscribe('course', 2, everything));
    await Promise.all(streams.map((stream) => stream.next()));
    expect([source.heads, source.reads]).toEqual([1, 1]);
    await Promise.all(streams.map((stream) => stream.return?.()));
    feeds.stop();
  });

  it('replays entries after the cursor, then delivers new ones', async () => {
    const source = createSource();
    const feeds = new LiveFeeds(source);
    source.grow(250);
    const stream = feeds.subscribe('course', 3, everything);
    expect(await take(stream, 247)).toEqual(Array.from({ length: 247 }, (_, index) => index + 4));
    const next = stream.next();
    source.grow();
    feeds.wake('course');
    expect((await next).value).toEqual({ version: 251 });
    await stream.return?.();
    feeds.stop();
  });

  it('delivers only new entries if no cursor is given', async () => {
    const source = createSource();
    const feeds = new LiveFeeds(source);
    source.grow(5);
    const stream = feeds.subscribe('course', null, everything);
    const next = stream.next();
    await readersWait();
    source.grow();
    feeds.wake('course');
    expect((await next).value).toEqual({ version: 6 });
    await stream.return?.();
    feeds.stop();
  });

  it('ends at once when its reader leaves while waiting', async () => {
    const feeds = new LiveFeeds(createSource());
    const stream = feeds.subscribe('course', 0, everything);
    const pending = stream.next();
    await stream.return?.();
    expect(await pending).toEqual({ done: true, value: undefined });
    expect(feeds.subscribers).toBe(0);
    feeds.stop();
  });

  it('skips entries that the subscriber may not see', async () => {
    const source = createSource();
    const feeds = new LiveFeeds(source);
    source.grow(6);
    const stream = feeds.subscribe('course', 0, async (entries) => entries.filter(({ version }) => version % 3 === 0));
    expect(await take(stream, 2)).toEqual([3, 6]);
    await stream.return?.();
    feeds.stop();
  });

  it('reads once for any number of subscribers at the same position', async () => {
    const source = createSource();
    const feeds = new LiveFeeds(source);
    const streams = Array.from({ length: 500 }, () => feeds.subscribe('course', 0, everything));
    const pending = streams.map((stream) => stream.next());
    await readersWait();
    const before = source.reads;
    source.grow();
    feeds.wake('course');
    await Promise.all(pending);
    expect(source.reads - before).toBe(1);
    await Promise.all(streams.map((stream) => stream.return?.()));
    feeds.stop();
  });

  it('reads once for each wake while its subscriber keeps up', async () => {
    const source = createSource();
    const feeds = new LiveFeeds(source);
    const stream = feeds.subscribe('course', 0, everything);
    const first = stream.next();
    await readersWait();
    const before = source.reads;
    source.grow();
    feeds.wake('course');
    await first;
    const second = stream.next();
    await readersWait();
    expect(source.reads - before).toBe(1);
    source.grow();
    feeds.wake('course');
    expect((await second).value).toEqual({ version: 2 });
    expect(source.reads - before).toBe(2);
    await stream.return?.();
  });

  it('polls, in case a wake was lost', async () => {
    const source = createSource();
    const feeds = new LiveFeeds(source, 10);
    const stream = feeds.subscribe('course', 0, everything);
    const next = stream.next();
    await readersWait();
    source.grow();
    expect((await next).value).toEqual({ version: 1 });
    await stream.return?.();
    feeds.stop();
  });

  it('misses and repeats nothing, in any interleaving of appends, wakes, reads, disconnects and resumes', async () => {
    const step = fc.constantFrom('grow', 'wake', 'take', 'turn', 'reconnect');
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const source = createSource();
        const feeds = new LiveFeeds(source, 1_000_000);
        const seen: number[] = [];
        let grown = 0;
        let stream = feeds.subscribe('course', 0, everything);
        let pending: Promise<void> | undefined;
        const takeOne = () => {
          pending ??= stream.next().then(({ done, value }) => {
            pending = undefined;
            if (!done) seen.push(value.version);
          });
        };
        for (const action of steps) {
          if (action === 'grow') {
            source.grow();
            grown += 1;
          } else if (action === 'wake') feeds.wake('course');
          else if (action === 'take') takeOne();
          else if (action === 'turn') await new Promise((resolve) => setImmediate(resolve));
          else {
            await stream.return?.();
            await pending;
            stream = feeds.subscribe('course', seen.at(-1) ?? 0, everything);
          }
        }
        feeds.wake('course');
        while (seen.length < grown) {
          takeOne();
          await pending;
        }
        await stream.return?.();
        feeds.stop();
        expect(seen).toEqual(Array.from({ length: grown }, (_, index) => index + 1));
      }),
      { numRuns: 200 },
    );
  });
});
