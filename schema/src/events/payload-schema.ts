import type { catalogue } from '@lyceum/contracts';
import { z } from 'zod';
import { isSchema, type JsonSchema } from './json-schema.ts';

/** An event in the catalogue. */
export type CataloguedEvent = (typeof catalogue)[number];

const draft = 'https://json-schema.org/draft/2020-12/schema';

/**
 * The JSON Schema of an event's payload.
 * @throws {Error} if the payload is not an object that consumers in any language can read
 */
export function payloadSchema({ type, description, payload }: CataloguedEvent): JsonSchema {
  const [, aggregate, happened, version] = type.split('.');
  const title = `${aggregate} ${happened}, ${version}`.replaceAll('-', ' ');
  const head = { $schema: draft, $id: `urn:lyceum:event:${type}`, title, description };
  return { ...head, ...publishedSchema(type, payload) };
}

/** The JSON Schema of the envelope of every event. */
export function envelopeSchema(envelope: z.ZodType): JsonSchema {
  const description =
    'The envelope of every event: CloudEvents 1.0, structured JSON. The extensions are aggregateversion, correlationid and traceparent.';
  const head = { $schema: draft, $id: 'urn:lyceum:envelope', title: 'event envelope', description };
  return { ...head, ...publishedSchema('The envelope', envelope) };
}

function publishedSchema(name: string, schema: z.ZodType): JsonSchema {
  const { $schema: _draft, ...published } = z.toJSONSchema(schema, { io: 'input', override: simplify });
  // Refuses transforms: producers send their output, consumers expect their input.
  z.toJSONSchema(schema, { io: 'output' });
  if (published.type !== 'object') throw new Error(`${name} is not an object: declare its payload with z.object.`);
  const strict = findStrict(published);
  if (strict !== undefined) {
    throw new Error(
      `${name} refuses unknown properties ${strict}: use z.object, so that properties can be added later.`,
    );
  }
  return published;
}

/** The patterns that Zod adds to the standard formats, by format; other formats keep their pattern. */
const usualForms = new Map(
  [z.uuid(), z.email(), z.iso.date(), z.iso.datetime()].map((form) => {
    const { format, pattern } = z.toJSONSchema(form);
    return [format, pattern];
  }),
);

function simplify({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.pattern === undefined || usualForms.get(jsonSchema.format) !== jsonSchema.pattern) return;
  if (jsonSchema.format === 'date-time') jsonSchema.pattern = 'Z$';
  else delete jsonSchema.pattern;
}

function findStrict(schema: unknown, path = 'at its root'): string | undefined {
  if (Array.isArray(schema)) return firstOf(schema, (item) => findStrict(item, path));
  if (!isSchema(schema)) return undefined;
  if (schema.additionalProperties === false) return path;
  return firstOf(Object.entries(schema), ([keyword, value]) => findStrict(value, `in ${keyword}`));
}

function firstOf<Item, Found>(items: readonly Item[], find: (item: Item) => Found | undefined): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
