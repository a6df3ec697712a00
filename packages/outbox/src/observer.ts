/** What became of an event at a consumer. */
export type Outcome = 'applied' | 'duplicate' | 'superseded' | 'blocked' | 'dead_lettered' | 'parked';

/** What a relay is about: it carries, waits for another one to end, fails and tries again, or has ended. */
export type RelayState = 'carrying' | 'standby' | 'failing' | 'stopped';

/** Told what consumers and the relay do, for metrics. */
export interface EventObserver {
  settled(consumer: string, outcome: Outcome, events: number): void;
  retried(consumer: string): void;
  relay(state: RelayState): void;
  relayFailed(): void;
}

export const silentObserver: EventObserver = {
  settled: () => undefined,
  retried: () => undefined,
  relay: () => undefined,
  relayFailed: () => undefined,
};
