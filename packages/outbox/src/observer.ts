/** The outcome of an event at a consumer. */
export type Outcome = 'applied' | 'duplicate' | 'superseded' | 'blocked' | 'dead_lettered' | 'parked';

/** A relay's state: publishing, waiting for another relay to end, failing and retrying, or stopped. */
export type RelayState = 'carrying' | 'standby' | 'failing' | 'stopped';

/** Receives what consumers and the relay do, for metrics. */
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
