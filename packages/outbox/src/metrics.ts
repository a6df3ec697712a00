import { Counter, Gauge, type Metrics } from '@lyceum/telemetry';
import type { DataSource } from 'typeorm';
import type { EventObserver, RelayState } from './observer.ts';
import type { Reason } from './reading.ts';
import { tryWithTimeout } from './try-with-timeout.ts';

const relayStates: readonly RelayState[] = ['carrying', 'standby', 'failing', 'stopped'];
/** Milliseconds that a scrape waits for the database. */
const withinMs = 1_000;

/** The current state of a database's events. */
interface Backlog {
  readonly depth: number;
  readonly oldestSeconds: number;
  readonly deadLetters: readonly { readonly consumer: string; readonly reason: Reason; readonly count: number }[];
}

/**
 * Records what happens to events in one database as metrics of its service. The gauges query the database at each
 * scrape; if it does not answer within a second they are omitted.
 */
export function observeEvents(registry: Metrics['registry'], dataSource: DataSource): EventObserver {
  const registers = [registry];
  const showBacklog = async () => show(await askBacklog());
  const depth = new Gauge({
    name: 'lyceum_outbox_events',
    help: 'Committed events not yet published to the transport',
    registers,
    collect: showBacklog,
  });
  const oldest = new Gauge({
    name: 'lyceum_outbox_oldest_seconds',
    help: 'Age of the oldest event in the outbox; 0 if it is empty',
    registers,
    collect: showBacklog,
  });
  const deadLetters = new Gauge({
    name: 'lyceum_dead_letters',
    help: 'Events that a consumer has not applied, and why',
    labelNames: ['consumer', 'reason'],
    registers,
    collect: showBacklog,
  });
  const retries = new Counter({
    name: 'lyceum_event_retries_total',
    help: 'Failed attempts to apply an event that were retried',
    labelNames: ['consumer'],
    registers,
  });
  const settled = new Counter({
    name: 'lyceum_events_applied_total',
    help: 'Events that consumers have settled, by outcome',
    labelNames: ['consumer', 'outcome'],
    registers,
  });
  const relay = new Gauge({
    name: 'lyceum_relay_state',
    help: '1 for the current state of the relay, 0 for the others',
    labelNames: ['state'],
    registers,
  });
  const relayFailures = new Counter({
    name: 'lyceum_relay_failures_total',
    help: 'Failed attempts of the relay to publish events; they stay in the outbox',
    registers,
  });

  function show(backlog: Backlog | undefined): void {
    deadLetters.reset();
    if (!backlog) {
      depth.remove();
      oldest.remove();
      return;
    }
    depth.set(backlog.depth);
    oldest.set(backlog.oldestSeconds);
    for (const { consumer, reason, count } of backlog.deadLetters) deadLetters.set({ consumer, reason }, count);
  }

  // All gauges of a scrape share one query; a pending query is not repeated.
  let asking: Promise<Backlog> | undefined;
  async function askBacklog(): Promise<Backlog | undefined> {
    asking ??= readBacklog(dataSource).finally(() => {
      asking = undefined;
    });
    return tryWithTimeout(asking, withinMs);
  }

  function showRelay(state: RelayState): void {
    for (const each of relayStates) relay.set({ state: each }, each === state ? 1 : 0);
  }
  showRelay('stopped');

  return {
    settled: (consumer, outcome, events) => settled.inc({ consumer, outcome }, events),
    retried: (consumer) => retries.inc({ consumer }),
    relay: showRelay,
    relayFailed: () => relayFailures.inc(),
  };
}

async function readBacklog(dataSource: DataSource): Promise<Backlog> {
  const [backlog] = await dataSource.query(
    `SELECT (SELECT count(*)::int FROM outbox) AS depth,
            coalesce((SELECT extract(epoch FROM clock_timestamp() - occurred_at)::float FROM outbox ORDER BY id LIMIT 1), 0)
              AS "oldestSeconds",
            coalesce((SELECT json_agg(letter) FROM (
              SELECT consumer, reason, count(*)::int FROM dead_letter GROUP BY consumer, reason
            ) AS letter), '[]') AS "deadLetters"`,
  );
  return backlog;
}
