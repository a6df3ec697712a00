import { setTimeout as sleep } from 'node:timers/promises';
import { type Logger, silentTracer, type Tracer } from '@lyceum/telemetry';
import { type EventTransport, TransportClosed } from '@lyceum/transport';
import { Client } from 'pg';
import { type EventRow, toEnvelope } from './event-log.ts';
import { startPublishing } from './event-spans.ts';
import { type EventObserver, silentObserver } from './observer.ts';

const batchSize = 500;
const defaultPoll = { firstMs: 100, longestMs: 1_000 };
/** The channel on which a standby relay forwards its wake-ups. */
const channel = 'lyceum_outbox';
/** The advisory lock that allows one relay per database; any constant works. */
const relayLock = 7_305_118_269;

type QueuedEvent = EventRow & { readonly id: string };

export interface Relay {
  /** Reads the outbox now; called after commits. */
  wake(): void;
  /** Resolves after the current batch; a batch that the transport does not finish in time stays in the outbox. */
  stop(): Promise<void>;
}

/**
 * Publishes events from a database's outbox to the transport, oldest first, and deletes those that the transport has
 * accepted. One relay works per database: the one that holds the advisory lock. The others stand by, and notify it of
 * their processes' commits. A crash between publishing and deleting publishes twice; consumers' inboxes make effects
 * happen once.
 * @param source the domain as written in envelopes: `/assessment`
 */
export function startRelay(options: {
  url: string;
  source: string;
  transport: EventTransport;
  log: Logger;
  observer?: Pick<EventObserver, 'relay' | 'relayFailed'>;
  tracer?: Tracer;
  /** How long `stop` waits for the current batch. */
  stopWithinMs?: number;
  /**
   * How often it polls the outbox without a wake-up: the interval doubles from the first to the longest while the
   * outbox is empty.
   */
  poll?: { readonly firstMs: number; readonly longestMs: number };
}): Relay {
  const { url, source, transport, log, observer = silentObserver, stopWithinMs = 5_000, poll = defaultPoll } = options;
  const publish = publisherOf(transport, options.tracer ?? silentTracer);
  const pause = createPause();
  const stopped = new AbortController();
  let connection: Client | undefined;

  async function relayWhileConnected(): Promise<void> {
    const client = new Client({ connectionString: url, application_name: `${source.slice(1)} relay`, keepAlive: true });
    connection = client;
    let lost = false;
    client.on('error', () => {
      lost = true;
      pause.wake();
    });
    await client.connect();
    try {
      let wait = poll.firstMs;
      let holdsLock = false;
      let woken = false;
      client.on('notification', pause.wake);
      while (!stopped.signal.aborted && !lost) {
        if (!holdsLock) {
          holdsLock = await takeLock(client);
          // NOTIFY on this connection, after the commit, costs writers nothing; within their transactions it would.
          if (holdsLock) await client.query(`LISTEN ${channel}`);
          else if (woken) await client.query(`NOTIFY ${channel}`);
        }
        const moved = holdsLock ? await carry(client) : 0;
        observer.relay(holdsLock ? 'carrying' : 'standby');
        wait = moved > 0 ? poll.firstMs : Math.min(wait * 2, poll.longestMs);
        woken = await pause.wait(wait);
        if (woken) wait = poll.firstMs;
      }
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  /**
   * Publishes batch after batch until the outbox is empty; reads the next batch while the transport handles the current
   * one. @returns the number of events
   */
  async function carry(client: Client): Promise<number> {
    let carried = 0;
    let batch = await readOldest(client, []);
    while (batch.length > 0) {
      const ids = batch.map(({ id }) => id);
      const [published, next] = await Promise.allSettled([
        publish(batch.map((event) => toEnvelope(event, source))),
        batch.length === batchSize ? readOldest(client, ids) : [],
      ]);
      if (published.status === 'rejected') {
        if (!(published.reason instanceof TransportClosed)) await noteFailure(client, ids, published.reason);
        throw published.reason;
      }
      await remove(client, ids);
      if (next.status === 'rejected') throw next.reason;
      carried += ids.length;
      batch = stopped.signal.aborted ? [] : next.value;
      if (batch.length > 0) observer.relay('carrying');
    }
    return carried;
  }

  async function run(): Promise<void> {
    let wait = poll.firstMs;
    while (!stopped.signal.aborted) {
      try {
        await relayWhileConnected();
        wait = poll.firstMs;
      } catch (error) {
        if (error instanceof TransportClosed || stopped.signal.aborted) return;
        observer.relay('failing');
        observer.relayFailed();
        log.warn({ err: error }, 'the relay could not publish events; they stay in the outbox');
        // Commits do not cut this wait short: it would otherwise retry as often as there are writers.
        await sleep(wait, undefined, { signal: stopped.signal }).catch(() => undefined);
        wait = Math.min(wait * 2, poll.longestMs);
      }
    }
  }

  const running = run().finally(() => observer.relay('stopped'));
  return {
    wake: pause.wake,
    async stop() {
      stopped.abort();
      pause.wake();
      const inTime = new AbortController();
      const late = sleep(stopWithinMs, undefined, { signal: inTime.signal }).then(
        // Without its connection it cannot delete the events of an unfinished batch.
        () => connection?.end(),
        () => undefined,
      );
      await Promise.race([running, late]);
      inTime.abort();
    },
  };
}

async function takeLock(client: Client): Promise<boolean> {
  const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS taken', [relayLock]);
  return rows[0].taken;
}

/** Publishes in spans, one per event. */
function publisherOf(transport: EventTransport, tracer: Tracer): EventTransport['publish'] {
  return async (batch) => {
    const publishing = startPublishing(tracer, batch);
    try {
      await transport.publish(publishing.envelopes);
      publishing.end();
    } catch (error) {
      publishing.end(error);
      throw error;
    }
  };
}

/** The oldest events that are not being published, each with its outbox position. */
async function readOldest(client: Client, except: readonly string[]): Promise<QueuedEvent[]> {
  const { rows } = await client.query(
    `SELECT outbox.id, event_log.*
     FROM (SELECT * FROM outbox WHERE id <> ALL ($1::bigint[]) ORDER BY id LIMIT ${batchSize}) AS outbox
     JOIN event_log USING (event_id, occurred_at) ORDER BY outbox.id`,
    [except],
  );
  return rows;
}

async function remove(client: Client, ids: readonly string[]): Promise<void> {
  await client.query('DELETE FROM outbox WHERE id = ANY($1)', [ids]);
}

async function noteFailure(client: Client, ids: readonly string[], error: unknown): Promise<void> {
  await client.query('UPDATE outbox SET attempts = attempts + 1, last_error = $2 WHERE id = ANY($1)', [
    ids,
    error instanceof Error ? error.message : String(error),
  ]);
}

/** A wait that can be cut short; a wake-up while nothing waits cuts the next wait short. */
function createPause(): { wait(milliseconds: number): Promise<boolean>; wake(): void } {
  let woken = false;
  let wakeWaiting: (() => void) | undefined;
  return {
    wait(milliseconds) {
      return new Promise((resolve) => {
        const finish = (byWake: boolean) => {
          clearTimeout(timer);
          woken = false;
          wakeWaiting = undefined;
          resolve(byWake);
        };
        const timer = setTimeout(() => finish(false), milliseconds);
        wakeWaiting = () => finish(true);
        if (woken) wakeWaiting();
      });
    },
    wake() {
      woken = true;
      wakeWaiting?.();
    },
  };
}
