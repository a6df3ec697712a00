import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { ConnectionQueue } from './connection-queue.ts';
import { DatabaseBusy } from './database-busy.ts';

const share = 2;
const roomy = { size: 4, shareOf: () => share, waitingPerOwner: 100, waitMs: 60_000 };

interface Seen {
  state: 'waiting' | 'held' | 'refused';
  release(): void;
}

const watched: Seen[] = [];

/** Releases until nobody waits: each waiting request keeps a timer. */
afterEach(async () => {
  for (const seen of watched) if (seen.state === 'held') seen.release();
  while (watched.some(({ state }) => state === 'waiting')) {
    await turn();
    for (const seen of watched) seen.release();
  }
  watched.splice(0);
});

/** The current state of a request. */
function watch(acquiring: Promise<() => void>): Seen {
  const seen: Seen = { state: 'waiting', release: () => {} };
  watched.push(seen);
  acquiring.then(
    (release) => Object.assign(seen, { state: 'held', release }),
    () => Object.assign(seen, { state: 'refused' }),
  );
  return seen;
}

async function ask(queue: ConnectionQueue, owners: readonly (string | undefined)[]) {
  const seen = owners.map((owner) => watch(queue.acquire(owner)));
  await turn();
  return seen;
}

describe('a queue for connections', () => {
  it('gives an owner no more than its share, while others are served', async () => {
    const seen = await ask(new ConnectionQueue(roomy), ['a', 'a', 'a', 'b', 'c', 'd']);
    expect(seen.map(({ state }) => state)).toEqual(['held', 'held', 'waiting', 'held', 'held', 'waiting']);
  });

  it('gives work without an owner everything that is free', async () => {
    const seen = await ask(new ConnectionQueue(roomy), [undefined, undefined, undefined, undefined, undefined]);
    expect(seen.map(({ state }) => state)).toEqual(['held', 'held', 'held', 'held', 'waiting']);
  });

  it('serves owners in turn, however many requests one of them has waiting', async () => {
    const queue = new ConnectionQueue({ ...roomy, size: 1 });
    const owners = ['a', 'a', 'a', 'a', 'b', 'c'];
    const seen = await ask(queue, owners);
    const served: string[] = [];
    for (let step = 0; step < owners.length; step += 1) {
      const index = seen.findIndex(({ state }) => state === 'held');
      served.push(String(owners[index]));
      const held = seen[index];
      if (held) held.state = 'refused';
      held?.release();
      await turn();
    }
    expect(served).toEqual(['a', 'a', 'b', 'c', 'a', 'a']);
  });

  it('refuses an owner who has too many requests waiting, and nobody else', async () => {
    const queue = new ConnectionQueue({ ...roomy, waitingPerOwner: 1 });
    const seen = await ask(queue, ['a', 'a', 'a', 'a', 'b']);
    expect(seen.map(({ state }) => state)).toEqual(['held', 'held', 'waiting', 'refused', 'held']);
  });

  it('refuses a request that has waited too long, and serves those behind it', async () => {
    const queue = new ConnectionQueue({ ...roomy, size: 1, waitMs: 20 });
    const release = await queue.acquire('a');
    await expect(queue.acquire('b')).rejects.toThrow(DatabaseBusy);
    const next = queue.acquire('c');
    release();
    await expect(next).resolves.toBeInstanceOf(Function);
  });

  it('counts a connection that is given back twice once', async () => {
    const queue = new ConnectionQueue({ ...roomy, size: 1 });
    const release = await queue.acquire('a');
    release();
    release();
    const seen = await ask(queue, ['a', 'b']);
    expect(seen.map(({ state }) => state)).toEqual(['held', 'waiting']);
  });

  it('never exceeds its limits, and leaves no permitted connection unused', async () => {
    const step = fc.oneof(
      fc.record({ ask: fc.constantFrom('a', 'b', 'c', undefined) }),
      fc.record({ release: fc.nat(20) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const queue = new ConnectionQueue(roomy);
        const all: { owner: string | undefined; seen: ReturnType<typeof watch> }[] = [];
        for (const one of steps) {
          if ('ask' in one) all.push({ owner: one.ask, seen: watch(queue.acquire(one.ask)) });
          else {
            const held = all.filter(({ seen }) => seen.state === 'held');
            const given = held[one.release % Math.max(1, held.length)];
            if (given) {
              given.seen.state = 'refused';
              given.seen.release();
            }
          }
          await turn();
          const held = all.filter(({ seen }) => seen.state === 'held');
          const heldBy = (owner: string | undefined) => held.filter((other) => other.owner === owner).length;
          expect(held.length).toBeLessThanOrEqual(roomy.size);
          for (const owner of ['a', 'b', 'c']) expect(heldBy(owner)).toBeLessThanOrEqual(share);
          const couldBeServed = all.filter(
            ({ owner, seen }) => seen.state === 'waiting' && (owner === undefined || heldBy(owner) < share),
          );
          if (held.length < roomy.size) expect(couldBeServed).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });
});
