import type { EventEnvelope } from '@lyceum/contracts';

/** What wants to hear of events. */
export interface EventSubscription {
  /**
   * Of all processes that subscribe under one group, one handles each event. Null: every process hears every event from
   * now on, best effort, nothing is redelivered; for waking what can read up by itself, as live feeds do.
   */
  readonly group: string | null;
  readonly topics: readonly string[];
  /**
   * Handles events that are at hand together: at least one, those of a subject in their order. When it throws, all of them are
   * delivered again, together or in parts, before any later event of their subjects.
   */
  handle(envelopes: readonly EventEnvelope[]): Promise<void>;
}

/**
 * Carries event envelopes from the relay to consumers: at least once, in order for each subject.
 * Duplicates happen by design; the inbox makes effects happen once.
 */
export interface EventTransport {
  /** Resolves when no event of the batch can be lost any more; the caller may then forget them. */
  publish(batch: readonly EventEnvelope[]): Promise<void>;
  subscribe(subscription: EventSubscription): Promise<{ stop(): Promise<void> }>;
  /** @throws where events cannot be carried now */
  checkHealth(): Promise<void>;
  /** Finishes what is being handled and carries nothing more; unfinished `publish` calls are rejected. */
  close(): Promise<void>;
}

export class TransportClosed extends Error {
  readonly code = 'TRANSPORT_CLOSED';
  constructor() {
    super('The event transport is closed.');
    this.name = 'TransportClosed';
  }
}
