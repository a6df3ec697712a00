import { jest } from '@jest/globals';
import { createLogger } from '@lyceum/telemetry';
import { createInProcessTransport, type EventTransport, type Faults, TransportClosed } from './index.ts';
import { describeTransport } from './testing/contract.ts';
import { envelope } from './testing/events.ts';

const log = createLogger('test', 'silent');

describeTransport('the in-process transport', () => ({
  open: async () => createInProcessTransport({ log }),
  crash: null,
}));

describe('the in-process transport itself', () => {
  let transport: EventTransport;
  const open = (faults?: Faults) => {
    transport = createInProcessTransport(faults ? { log, faults } : { log });
    return transport;
  };
  afterEach(() => transport.close());

  it('has handled a batch in every group when publish resolves', async () => {
    open();
    const handled: string[] = [];
    for (const group of ['assessment', 'analytics']) {
      await transport.subscribe({
        group,
        topics: ['course.course'],
        handle: async (event) => {
          await Promise.resolve();
          handled.push(`${group} ${event.subject}`);
        },
      });
    }
    await transport.publish([envelope('a', 1)]);
    expect(handled.sort()).toEqual(['analytics a', 'assessment a']);
  });

  it('passes over topics that nobody asked for', async () => {
    open();
    const handle = jest.fn(async () => undefined);
    await transport.subscribe({ group: 'g', topics: ['identity.user'], handle });
    await transport.publish([envelope('a', 1)]);
    expect(handle).not.toHaveBeenCalled();
  });

  it('delivers again what a handler failed on, before later events of the same subject', async () => {
    open();
    const handled: string[] = [];
    let failures = 2;
    await transport.subscribe({
      group: 'g',
      topics: ['course.course'],
      handle: async (event) => {
        if (event.subject === 'a' && failures > 0) {
          failures -= 1;
          throw new Error('database away');
        }
        handled.push(`${event.subject}${event.aggregateversion}`);
      },
    });
    await transport.publish([envelope('a', 1), envelope('a', 2), envelope('b', 1)]);
    expect(handled).toEqual(['b1', 'a1', 'a2']);
  });

  it('keeps the order of a subject under delays and duplicates', async () => {
    open({ copies: () => 2, delay: (event) => (event.aggregateversion % 3) * 3 });
    const versions: number[] = [];
    await transport.subscribe({
      group: 'g',
      topics: ['course.course'],
      handle: async (event) => void versions.push(event.aggregateversion),
    });
    await transport.publish(Array.from({ length: 10 }, (_, index) => envelope('a', index + 1)));
    expect(versions).toEqual(Array.from({ length: 20 }, (_, index) => Math.floor(index / 2) + 1));
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
        handle: (event) => {
          heard.push(`${listener} ${event.subject}`);
          return never;
        },
      });
    }
    await transport.publish([envelope('a', 1)]);
    expect(heard).toEqual(['one a', 'two a']);
  });
});
