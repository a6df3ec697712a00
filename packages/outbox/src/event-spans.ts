import { type EventEnvelope, topicOf } from '@lyceum/contracts';
import { type Attributes, type RequestScope, requestScope, type Span, type Tracer } from '@lyceum/telemetry';
import type { Consumer } from './consumer.ts';
import type { Outcome } from './observer.ts';

/** The request and the trace that an event belongs to; one that came from no request has an id of its own from here on. */
export function scopeOf({ correlationid, traceparent }: EventEnvelope): RequestScope {
  return requestScope({ requestId: correlationid, traceparent });
}

/** What every span of an event says of it; never its payload. */
export function attributesOf(envelope: EventEnvelope): Attributes {
  return {
    'messaging.destination.name': topicOf(envelope.type),
    'messaging.message.id': envelope.id,
    'messaging.message.conversation_id': envelope.correlationid,
    'cloudevents.event_type': envelope.type,
    'cloudevents.event_subject': envelope.subject,
  };
}

/** Events on their way to the transport, each in a span below what stored it. */
export interface Publishing {
  /** As they travel: what hears them continues from their publishing. */
  readonly envelopes: readonly EventEnvelope[];
  /** @param error why the transport did not take them */
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

/** Events at a consumer, each in a span below what published it, from its arrival until it is settled. */
export interface Applying {
  spanOf(envelope: EventEnvelope): Span;
  settled(envelope: EventEnvelope, outcome: Outcome): void;
  /** The events that are not settled come again. */
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
    if (!span) throw new Error(`Event ${id} is settled already, or was never begun.`);
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
