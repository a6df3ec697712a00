import { type EventEnvelope, topicOf } from '@lyceum/contracts';
import { type Attributes, type RequestScope, requestScope, type Span, type Tracer } from '@lyceum/telemetry';
import type { Consumer } from './consumer.ts';
import type { Outcome } from './observer.ts';

/** The request and trace of an event; an event that no request caused gets a new request id here. */
export function scopeOf({ correlationid, traceparent }: EventEnvelope): RequestScope {
  return requestScope({ requestId: correlationid, traceparent });
}

/** The attributes of every span of an event; never its payload. */
export function attributesOf(envelope: EventEnvelope): Attributes {
  return {
    'messaging.destination.name': topicOf(envelope.type),
    'messaging.message.id': envelope.id,
    'messaging.message.conversation_id': envelope.correlationid,
    'cloudevents.event_type': envelope.type,
    'cloudevents.event_subject': envelope.subject,
  };
}

/** The spans of events being published, each below the span that stored the event. */
export interface Publishing {
  /** The envelopes to send: consumers continue the trace from the publish spans. */
  readonly envelopes: readonly EventEnvelope[];
  /** @param error why the transport did not accept them */
  end(error?: unknown): void;
}

export function startPublishing(tracer: Tracer, stored: readonly EventEnvelope[]): Publishing {
  const spans: Span[] = [];
  const envelopes = stored.map((envelope) => {
    const span = tracer.start(`publish ${envelope.type}`, {
      kind: 'producer',
      scope: scopeOf(envelope),
      attributes: () => ({
        ...attributesOf(envelope),
        'messaging.operation.type': 'send',
        'messaging.operation.name': 'publish',
        'lyceum.batch.size': stored.length,
      }),
    });
    spans.push(span);
    const { traceparent } = span;
    return traceparent === envelope.traceparent || traceparent === undefined ? envelope : { ...envelope, traceparent };
  });
  return {
    envelopes,
    end(error) {
      for (const span of spans) {
        if (error !== undefined) span.fail(error);
        span.end();
      }
    },
  };
}

/** The spans of events at a consumer, each below its publish span, from arrival until settled. */
export interface Applying {
  spanOf(envelope: EventEnvelope): Span;
  settled(envelope: EventEnvelope, outcome: Outcome): void;
  /** Unsettled events are redelivered. */
  fail(error: unknown): void;
}

export function startApplying(tracer: Tracer, consumer: Consumer, envelopes: readonly EventEnvelope[]): Applying {
  const open = new Map(
    envelopes.map((envelope) => {
      const span = tracer.start(`apply ${consumer.name}`, {
        kind: 'consumer',
        scope: scopeOf(envelope),
        attributes: () => ({
          ...attributesOf(envelope),
          'messaging.operation.type': 'process',
          'messaging.operation.name': 'apply',
          'lyceum.consumer': consumer.name,
          'lyceum.batch.size': envelopes.length,
        }),
      });
      return [envelope.id, span];
    }),
  );
  const spanOf = ({ id }: EventEnvelope) => {
    const span = open.get(id);
    if (!span) throw new Error(`Event ${id} is already settled, or was never started.`);
    return span;
  };
  return {
    spanOf,
    settled(envelope, outcome) {
      const span = spanOf(envelope);
      span.set({ 'lyceum.outcome': outcome });
      if (isPutAside(outcome)) span.event('dead letter', { 'lyceum.outcome': outcome });
      if (outcome === 'dead_lettered') span.fail('the event is among the dead letters');
      span.end();
      open.delete(envelope.id);
    },
    fail(error) {
      for (const span of open.values()) {
        span.fail(error);
        span.end();
      }
      open.clear();
    },
  };
}

function isPutAside(outcome: Outcome): boolean {
  return outcome === 'dead_lettered' || outcome === 'blocked' || outcome === 'parked';
}
