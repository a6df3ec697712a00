import type { TopicSettings } from '@lyceum/contracts';
import type { z } from 'zod';
import { asyncApiDocument } from './async-api.ts';
import type { JsonSchema } from './json-schema.ts';
import { type CataloguedEvent, envelopeSchema, payloadSchema } from './payload-schema.ts';

/** The input for `schema/events/`. */
export interface EventDeclarations {
  readonly events: readonly CataloguedEvent[];
  readonly topics: readonly TopicSettings[];
  readonly envelope: z.ZodType;
  /** The platform's version. */
  readonly version: string;
}

/**
 * The published catalogue: the texts of all files in `schema/events/`, by name.
 * @throws {Error} if a payload cannot be published
 */
export function generateCatalogue({ events, topics, envelope, version }: EventDeclarations): Map<string, string> {
  const described = events.map((event) => ({
    type: event.type,
    topic: event.topic,
    key: event.keyProperty,
    schema: payloadSchema(event),
  }));
  return new Map([
    ['asyncapi.json', textOf(asyncApiDocument(described, topics, version))],
    ['envelope.json', textOf(envelopeSchema(envelope))],
    ...described.map(({ type, schema }): [string, string] => [`${type}.json`, textOf(schema)]),
  ]);
}

function textOf(document: JsonSchema): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
