import { setTimeout as sleep } from 'node:timers/promises';
import { jest } from '@jest/globals';
import type { EventEnvelope } from '@lyceum/contracts';
import { createLogger } from '@lyceum/telemetry';
import { createInProcessTransport, type EventTransport, TransportClosed } from './index.ts';
import { describeTransport } from './testing/contract.ts';
import { envelope, range } from './testing/events.ts';

const log = createLogger('test', 'silent');

describeTransport('the in-process transport', () => ({
  open: async () => createInProcessTransport({ log }),
  crash: null,
}));

describe('the in-process transport itself', () => {
  let transport: EventTransport;
  const open = () => {
    transport = createInProcessTransport({ log });
  };
  afterEach(() => transport.close());

  it('has handled a batch in every group when publish resolves', async () => {
    open();
    const handled: string[] = [];
    for (const group of ['assessment', 'analytics']) {
      await transport.subscribe({
        group,
        topics: ['course.course'],
        handle: async (events) => {
          await Promise.resolve();
          handled.push(...events.map(({ subject }) => `${group} ${subject}`));
        },
      });
    }
    await transport.publish([envelope('a', 1)]);
    expect(handled.sort()).toEqual(['analytics a', 'assessment a']);
  });

  it('ignores topics without subscribers', async () => {
    open();
    const handle = jest.fn(async () => undefined);
    await transport.subscribe({ group: 'g', topics: ['identity.user'], handle });
    await transport.publish([envelope('a', 1)]);
    expect(handle).not.toHaveBeenCalled();
  });

  const namesOf = (events: readonly EventEnvelope[]) =>
    events.map((event) => `${event.subject}${event.aggregateversion}`);

  it('gives a group its share of a batch at once', async () => {
    open();
    const handle = jest.fn(async (_events: readonly EventEnvelope[]) => undefined);
    await transport.subscribe({ group: 'g', topics: ['course.course'], handle });
    const stranger = { ...envelope('u', 1), type: 'identity.user.registered.v1' };
    await transport.publish([envelope('a', 1), stranger, envelope('b', 1), envelope('a', 2)]);
    expect(handle.mock.calls.map(([events]) => namesOf(events))).toEqual([['a1', 'b1', 'a2']]);
  });

  it('parts a subject that fails from the others', async () => {
    open();
    const calls: string[][] = [];
    let failures = 4;
    await transport.subscribe({
      group: 'g',
      topics: ['course.course'],
      handle: async (events) => {
        calls.push(namesOf(events));
        if (!events.some(({ subject }) => subject === 'a') || failures === 0) return;
        failures -= 1;
        throw new Error('database away');
      },
    });
    await transport.publish(['a', 'b', 'c', 'a', 'd'].map((subject, index) => envelope(subject, index)));
    const expected = [
      ['a0', 'b1', 'c2', 'a3', 'd4'],
      ['a0', 'b1', 'a3'],
      ['c2', 'd4'],
      ['a0', 'a3'],
      ['b1'],
      ['a0', 'a3'],
      ['a0', 'a3'],
    ];
    expect(calls).toEqual(expected);
  });

  it('lets a batch wait for those alone that have a subject in common with it', async () => {
    open();
    const handled: string[] = [];
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await transport.subscribe({
      group: 'g',
      topics: ['course.course'],
      handle: async (events) => {
        const names = namesOf(events);
        if (names.includes('a1')) await released;
        handled.push(names.join(' '));
      },
    });
    const [first, second, third] = [
      transport.publish([envelope('a', 1), envelope('b', 1)]),
      transport.publish([envelope('b', 2), envelope('c', 1)]),
      transport.publish([envelope('d', 1)]),
    ];
    await third;
    release();
    await Promise.all([first, second]);
    expect(handled).toEqual(['d1', 'a1 b1', 'b2 c1']);
  });

  it('keeps the order of a subject, however long each of its events takes', async () => {
    open();
    const versions: number[] = [];
    await transport.subscribe({
      group: 'g',
      topics: ['course.course'],
      handle: async (events) => {
        await sleep((events[0]?.aggregateversion ?? 0) % 3);
        versions.push(...events.map(({ aggregateversion }) => aggregateversion));
      },
    });
    await Promise.all(range(10).map((version) => transport.publish([envelope('a', version)])));
    expect(versions).toEqual(range(10));
  });

  it('rejects publish when it is closed before a group has handled the event', async () => {
    open();
    let sawFailure = () => {};
    const failed = new Promise<void>((resolve) => {
      sawFailure = resolve;
    });
    await transport.subscribe({
      group: 'g',
      topics: ['course.course'],
      handle: async () => {
        sawFailure();
        throw new Error('never');
      },
    });
    const published = expect(transport.publish([envelope('a', 1)])).rejects.toThrow(TransportClosed);
    await failed;
    await transport.close();
    await published;
  });

  it('broadcasts to everyone without waiting for them', async () => {
    open();
    const heard: string[] = [];
    const never = new Promise<void>(() => undefined);
    for (const listener of ['one', 'two']) {
      await transport.subscribe({
        group: null,
        topics: ['course.course'],
        handle: (events) => {
          heard.push(...events.map(({ subject }) => `${listener} ${subject}`));
          return never;
        },
      });
    }
    await transport.publish([envelope('a', 1)]);
    expect(heard).toEqual(['one a', 'two a']);
  });
});
