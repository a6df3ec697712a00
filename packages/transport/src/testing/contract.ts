import { randomUUID } from 'node:crypto';
import type { EventEnvelope } from '@lyceum/contracts';
import { until } from '@lyceum/testing';
import { type EventTransport, TransportClosed } from '../transport.ts';
import { envelope, range, versionsBySubject } from './events.ts';

/** What the suite needs from an adapter. */
export interface Bus {
  /** The transport of a process; if the adapter supports several, every call is another process on the same bus. */
  open(): Promise<EventTransport>;
  /**
   * Ends a process as kill -9 would: nothing is finished, acknowledged or closed. Null if the bus is limited to its own
   * process.
   */
  crash: ((transport: EventTransport) => Promise<void>) | null;
}

const topic = 'course.course';

/** The guarantees of every transport. */
export function describeTransport(name: string, openBus: () => Bus): void {
  describe(name, () => {
    const opened: EventTransport[] = [];
    let bus: Bus;
    beforeEach(() => {
      bus = openBus();
    });
    afterEach(() => Promise.all(opened.splice(0).map((transport) => transport.close())));

    async function open(): Promise<EventTransport> {
      const transport = await bus.open();
      opened.push(transport);
      return transport;
    }

    async function listen(transport: EventTransport, group: string | null, also?: (event: EventEnvelope) => void) {
      const heard: EventEnvelope[] = [];
      const subscribed = await transport.subscribe({
        group,
        topics: [topic],
        handle: async (events) => {
          for (const event of events) {
            also?.(event);
            heard.push(event);
          }
        },
      });
      return { heard, stop: subscribed.stop };
    }

    it('gives every group every event, with all that it carries', async () => {
      const transport = await open();
      const groups = [await listen(transport, 'assessment'), await listen(transport, 'analytics')];
      const event = envelope('a', 1, { title: 'Algèbre — 代数' });
      await transport.publish([event]);
      await until(() => groups.every(({ heard }) => heard.length === 1));
      for (const { heard } of groups) expect(heard).toEqual([event]);
    });

    it('ignores topics that a group did not subscribe to', async () => {
      const transport = await open();
      const { heard } = await listen(transport, 'assessment');
      await transport.publish([{ ...envelope('a', 1), type: 'identity.user.registered.v1' }, envelope('b', 1)]);
      await until(() => heard.length > 0);
      expect(heard.map(({ subject }) => subject)).toEqual(['b']);
    });

    it('keeps the order of each of many subjects', async () => {
      const transport = await open();
      const { heard } = await listen(transport, 'assessment');
      const subjects = range(50).map((number) => `course ${number}`);
      for (const version of range(10)) {
        await transport.publish(subjects.map((subject) => envelope(subject, version)));
      }
      await until(() => heard.length === 500);
      expect(versionsBySubject(heard)).toEqual(new Map(subjects.map((subject) => [subject, range(10)])));
    });

    it('carries a batch of 500', async () => {
      const transport = await open();
      const { heard } = await listen(transport, 'assessment');
      await transport.publish(range(500).map((version) => envelope('a', version, { text: 'x'.repeat(5_000) })));
      await until(() => heard.length === 500);
      expect(heard.map(({ aggregateversion }) => aggregateversion)).toEqual(range(500));
    });

    it('keeps the order of a subject when many publish at once', async () => {
      const transport = await open();
      const { heard } = await listen(transport, 'assessment');
      await Promise.all(range(40).map((version) => transport.publish([envelope('a', version)])));
      await until(() => heard.length === 40);
      expect(heard.map(({ aggregateversion }) => aggregateversion)).toEqual(range(40));
    });

    it('delivers again what a handler failed on, before later events of the same subject', async () => {
      const transport = await open();
      let failures = 3;
      const { heard } = await listen(transport, 'assessment', (event) => {
        if (event.aggregateversion !== 2 || failures === 0) return;
        failures -= 1;
        throw new Error('database away');
      });
      await transport.publish(range(4).map((version) => envelope('a', version)));
      await until(() => heard.at(-1)?.aggregateversion === 4);
      const versions = heard.map(({ aggregateversion }) => aggregateversion);
      // Earlier events of the same batch may also be redelivered.
      expect(versions.slice(0, -3).every((version) => version === 1)).toBe(true);
      expect(versions.slice(-3)).toEqual([2, 3, 4]);
    });

    it('delivers all of a batch again whose handler failed in the middle, in order', async () => {
      const transport = await open();
      const batches: number[][] = [];
      const applied: number[] = [];
      let failures = 2;
      await transport.subscribe({
        group: 'assessment',
        topics: [topic],
        async handle(events) {
          const versions = events.map(({ aggregateversion }) => aggregateversion);
          batches.push(versions);
          if (versions.includes(20) && failures > 0) {
            failures -= 1;
            throw new Error('database away');
          }
          applied.push(...versions);
        },
      });
      await transport.publish(range(40).map((version) => envelope('a', version)));
      await until(() => applied.length >= 40);
      expect(applied).toEqual(range(40));
      const failing = batches.filter((versions) => versions.includes(20));
      expect(failing).toHaveLength(3);
      // Each delivery starts where the failed one started.
      expect(new Set(failing.map(([first]) => first)).size).toBe(1);
    });

    it('delivers available events together', async () => {
      const transport = await open();
      const sizes: number[] = [];
      await transport.subscribe({
        group: 'assessment',
        topics: [topic],
        handle: async (events) => void sizes.push(events.length),
      });
      await transport.publish(range(300).map((version) => envelope('a', version)));
      await until(() => sizes.reduce((sum, size) => sum + size, 0) === 300);
      expect(sizes.length).toBeLessThan(30);
    });

    it('handles other subjects while one of them fails', async () => {
      const transport = await open();
      let failing = true;
      const { heard } = await listen(transport, 'assessment', ({ subject }) => {
        if (failing && subject === 'a') throw new Error('database away');
      });
      const others = range(30).map((number) => `course ${number}`);
      const published = transport.publish(['a', ...others].map((subject) => envelope(subject, 1)));
      // Subjects that share a partition with the failing one wait behind it.
      const subjects = () => new Set(heard.map(({ subject }) => subject));
      await until(() => subjects().size >= 15);
      expect(subjects()).not.toContain('a');
      failing = false;
      await published;
      await until(() => subjects().size === 31);
    });

    it('carries what is published twice twice: the inbox tells them apart', async () => {
      const transport = await open();
      const { heard } = await listen(transport, 'assessment');
      const event = envelope('a', 1);
      await transport.publish([event]);
      await transport.publish([event, envelope('a', 2)]);
      await until(() => heard.length === 3);
      expect(heard.map(({ aggregateversion }) => aggregateversion)).toEqual([1, 1, 2]);
    });

    it('tells every listener of a broadcast, whether or not another is slow or fails', async () => {
      const transport = await open();
      const never = new Promise<void>(() => undefined);
      const heard: string[] = [];
      for (const [listener, answer] of [
        ['slow', () => never],
        ['failing', () => Promise.reject(new Error('no'))],
        ['quick', async () => undefined],
      ] as const) {
        await transport.subscribe({
          group: null,
          topics: [topic],
          handle: (events) => {
            heard.push(...events.map(({ aggregateversion }) => `${listener} ${aggregateversion}`));
            return answer();
          },
        });
      }
      await transport.publish([envelope('a', 1)]);
      await transport.publish([envelope('a', 2)]);
      await until(() => heard.length === 6);
      for (const listener of ['slow', 'failing', 'quick']) {
        expect(heard.filter((entry) => entry.startsWith(listener))).toEqual([`${listener} 1`, `${listener} 2`]);
      }
    });

    it('broadcasts only what is published from then on', async () => {
      const transport = await open();
      await transport.publish([envelope('a', 1)]);
      const { heard } = await listen(transport, null);
      await transport.publish([envelope('a', 2)]);
      await until(() => heard.length > 0);
      expect(heard.map(({ aggregateversion }) => aggregateversion)).toEqual([2]);
    });

    it('gives nothing to a subscription that has stopped', async () => {
      const transport = await open();
      const first = await listen(transport, 'assessment');
      const second = await listen(transport, 'analytics');
      await transport.publish([envelope('a', 1)]);
      await until(() => first.heard.length === 1 && second.heard.length === 1);
      await first.stop();
      await transport.publish([envelope('a', 2)]);
      await until(() => second.heard.length === 2);
      expect(first.heard).toHaveLength(1);
    });

    it('lets the handler that runs finish when it closes, and begins no other', async () => {
      const transport = await open();
      let finish = () => {};
      const mayFinish = new Promise<void>((resolve) => {
        finish = resolve;
      });
      const steps: string[] = [];
      await transport.subscribe({
        group: 'assessment',
        topics: [topic],
        handle: async () => {
          steps.push('begins');
          await mayFinish;
          steps.push('ends');
        },
      });
      const publish = (...versions: number[]) =>
        transport.publish(versions.map((version) => envelope('a', version))).catch(() => undefined);
      const published = [publish(...range(300))];
      await until(() => steps.length === 1);
      published.push(publish(301));
      const closed = transport.close().then(() => steps.push('closed'));
      finish();
      await closed;
      await Promise.all(published);
      expect(steps).toEqual(['begins', 'ends', 'closed']);
    });

    it('refuses to publish, to subscribe and to be healthy when it is closed, and may be closed again', async () => {
      const transport = await open();
      await transport.checkHealth();
      await transport.close();
      await transport.close();
      await expect(transport.publish([envelope('a', 1)])).rejects.toThrow(TransportClosed);
      await expect(listen(transport, 'assessment')).rejects.toThrow(TransportClosed);
      await expect(transport.checkHealth()).rejects.toThrow(TransportClosed);
    });

    if (openBus().crash) describeProcesses(() => ({ bus, open, listen }));
  });
}

interface Tools {
  bus: Bus;
  open(): Promise<EventTransport>;
  listen(
    transport: EventTransport,
    group: string | null,
    also?: (event: EventEnvelope) => void,
  ): Promise<{ heard: EventEnvelope[]; stop(): Promise<void> }>;
}

/** The additional guarantees of a transport with several processes. */
function describeProcesses(tools: () => Tools): void {
  describe('between processes', () => {
    const ids = (...lists: EventEnvelope[][]) => lists.flat().map(({ id }) => id);
    const subjects = range(40).map((number) => `course ${number}`);

    /** Publishes until every listener has received something: then the group has assigned its partitions. */
    async function untilShared(transport: EventTransport, ...listeners: { heard: EventEnvelope[] }[]): Promise<void> {
      const before = listeners.map(({ heard }) => heard.length);
      await until(async () => {
        await transport.publish(subjects.map((subject) => envelope(subject, 1, undefined, randomUUID())));
        return listeners.every(({ heard }, index) => heard.length > (before[index] ?? 0));
      });
    }

    it('lets the members of a group share the events', async () => {
      const { open, listen } = tools();
      const [publisher, one, two] = [await open(), await open(), await open()];
      const members = [await listen(one, 'assessment'), await listen(two, 'assessment')];
      await untilShared(publisher, ...members);
      const events = range(10).flatMap((version) => subjects.map((subject) => envelope(subject, version + 1)));
      await publisher.publish(events);
      const heardOf = () => members.map(({ heard }) => heard.filter(({ aggregateversion }) => aggregateversion > 1));
      await until(() => heardOf().flat().length === 400);
      expect(new Set(ids(...heardOf()))).toEqual(new Set(ids(events)));
      expect(heardOf().every((heard) => heard.length > 0)).toBe(true);
      for (const heard of heardOf()) {
        for (const versions of versionsBySubject(heard).values()) expect(versions).toEqual(range(10).map((v) => v + 1));
      }
    });

    it('loses nothing while members come and go', async () => {
      const { open, listen } = tools();
      const [publisher, first] = [await open(), await open()];
      const events = range(30).flatMap((version) => subjects.map((subject) => envelope(subject, version)));
      const heard = [(await listen(first, 'assessment')).heard];
      let published = 0;
      const publishing = (async () => {
        for (; published < events.length; published += 40) {
          await publisher.publish(events.slice(published, published + 40));
        }
      })();
      await until(() => published >= 200);
      const second = await open();
      heard.push((await listen(second, 'assessment')).heard);
      await until(() => published >= 600);
      await first.close();
      await publishing;
      await until(() => new Set(ids(...heard)).size === events.length);
    });

    it('gives what a dead process did not acknowledge to another', async () => {
      const { bus, open, listen } = tools();
      const [publisher, dying] = [await open(), await open()];
      let began = false;
      await dying.subscribe({
        group: 'assessment',
        topics: [topic],
        handle: () => {
          began = true;
          return new Promise(() => undefined);
        },
      });
      await publisher.publish(range(5).map((version) => envelope('a', version)));
      await until(() => began);
      await bus.crash?.(dying);
      const { heard } = await listen(await open(), 'assessment');
      await until(() => heard.length === 5);
      expect(heard.map(({ aggregateversion }) => aggregateversion)).toEqual(range(5));
    });

    it('keeps events for a group that is away', async () => {
      const { open, listen } = tools();
      const [publisher, first] = [await open(), await open()];
      const before = await listen(first, 'assessment');
      await publisher.publish([envelope('a', 1)]);
      await until(() => before.heard.length === 1);
      await first.close();
      await publisher.publish([envelope('a', 2)]);
      const { heard } = await listen(await open(), 'assessment');
      await until(() => heard.length > 0);
      expect(heard.map(({ aggregateversion }) => aggregateversion)).toEqual([2]);
    });

    it('broadcasts to every process', async () => {
      const { open, listen } = tools();
      const processes = [await open(), await open(), await open()];
      const listeners = await Promise.all(processes.map((process) => listen(process, null)));
      for (const [index, process] of processes.entries()) await process.publish([envelope('a', index + 1)]);
      await until(() => listeners.every(({ heard }) => heard.length === 3));
      for (const { heard } of listeners) {
        expect(heard.map(({ aggregateversion }) => aggregateversion)).toEqual([1, 2, 3]);
      }
    });
  });
}
