import type { EventEnvelope } from '@lyceum/contracts';

/** A subscription to events. */
export interface EventSubscription {
  /**
   * Each event is handled by one of the processes that subscribe with the same group. Null is a broadcast: every
   * process receives every new event, best effort, without redelivery. Use it for wake-ups of readers that can catch up
   * by themselves, such as live feeds.
   */
  readonly group: string | null;
  readonly topics: readonly string[];
  /**
   * Handles the available events together: at least one, in order per subject. If it throws, all of them are
   * redelivered, together or in parts, before any later event of their subjects.
   */
  handle(envelopes: readonly EventEnvelope[]): Promise<void>;
}

/**
 * Carries event envelopes from the relay to consumers: at least once, in order per subject. Duplicates are expected;
 * the inbox makes effects happen once.
 */
export interface EventTransport {
  /** Resolves when no event of the batch can be lost; the caller may then delete them. */
  publish(batch: readonly EventEnvelope[]): Promise<void>;
  subscribe(subscription: EventSubscription): Promise<{ stop(): Promise<void> }>;
  /** @throws if events cannot be published now */
  checkHealth(): Promise<void>;
  /** Finishes running handlers and then carries nothing more; pending `publish` calls are rejected. */
  close(): Promise<void>;
}

export class TransportClosed extends Error {
  readonly code = 'TRANSPORT_CLOSED';
  constructor() {
    super('The event transport is closed.');
    this.name = 'TransportClosed';
  }
}
