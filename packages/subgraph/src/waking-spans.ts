import { attributesOf, scopeOf } from '@lyceum/outbox';
import type { Tracer } from '@lyceum/telemetry';
import type { EventSubscription } from '@lyceum/transport';
import type { Background } from './definition.ts';

/** The events that wake an instance's live feeds: each in a span below its publication. */
export function wakingSpans(
  tracer: Tracer,
  { topics, handle }: NonNullable<Background['broadcast']>,
): EventSubscription {
  return {
    group: null,
    topics,
    async handle(envelopes) {
      const spans = envelopes.map((envelope) =>
        tracer.start(`wake ${envelope.type}`, {
          kind: 'consumer',
          scope: scopeOf(envelope),
          attributes: () => ({
            ...attributesOf(envelope),
            'messaging.operation.type': 'process',
            'messaging.operation.name': 'wake',
          }),
        }),
      );
      try {
        await handle(envelopes);
      } catch (error) {
        for (const span of spans) span.fail(error);
        throw error;
      } finally {
        for (const span of spans) span.end();
      }
    },
  };
}
