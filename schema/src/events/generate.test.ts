import specifications from '@asyncapi/specs';
import { catalogue, EventEnvelope } from '@lyceum/contracts';
import { Ajv, type AnySchema } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { z } from 'zod';
import { BookLent, library, payload } from '../testing/declarations.ts';
import { documentsOf, isValid } from '../testing/documents.ts';
import { generateDeclaredCatalogue } from './declared.ts';
import { generateCatalogue } from './generate.ts';
import { isSchema, type JsonSchema, requiredOf } from './json-schema.ts';
import { readContract } from './published.ts';

const published = generateDeclaredCatalogue();
const parsed = (file: string, files: ReadonlyMap<string, string> = published): JsonSchema =>
  JSON.parse(files.get(file) ?? 'null');
const carrying = (changed: z.ZodType<{ bookId: string }>) =>
  generateCatalogue({ ...library, events: [{ ...BookLent, payload: changed }] });

/** Every object in a document, outermost first. */
function objectsIn(value: unknown): JsonSchema[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  return isSchema(value) ? [value, ...Object.values(value).flatMap(objectsIn)] : [];
}

/** The document with references to other files resolved. */
function inlined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inlined);
  if (!isSchema(value)) return value;
  if (typeof value.$ref === 'string' && value.$ref.startsWith('./')) return parsed(value.$ref.slice(2));
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, inlined(inner)]));
}

/** The errors of AsyncAPI's own schema for a document. */
function asyncApiFaults(document: unknown): unknown {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(specifications.schemasWithoutId['3.0.0'] as AnySchema);
  return validate(document) ? [] : validate.errors;
}

describe('the AsyncAPI document', () => {
  const document = parsed('asyncapi.json');

  it('is valid AsyncAPI 3.0.0, alone and with its schemas in place', () => {
    expect(asyncApiFaults(document)).toEqual([]);
    expect(asyncApiFaults(inlined(document))).toEqual([]);
    const noPartitions = generateCatalogue({
      ...library,
      topics: [{ name: 'library.book', partitions: 0, retentionMs: 1 }],
    });
    expect(asyncApiFaults(parsed('asyncapi.json', noPartitions))).not.toEqual([]);
  });

  it('refers to nothing that is not there', () => {
    const references = objectsIn(document).flatMap(({ $ref }) => (typeof $ref === 'string' ? [$ref] : []));
    const resolve = (reference: string): unknown =>
      reference
        .split('/')
        .slice(1)
        .reduce<unknown>((at, name) => (isSchema(at) ? at[name] : undefined), document);
    for (const reference of references) {
      expect(reference.startsWith('./') ? parsed(reference.slice(2)) : resolve(reference)).toBeInstanceOf(Object);
    }
    expect(references.length).toBeGreaterThan(catalogue.length);
  });

  it('has every event on its topic, with its key', () => {
    const contract = readContract((file) => published.get(file));
    expect([...(contract?.events ?? [])].map(([type, { topic, key }]) => ({ type, topic, key })).sort(byType)).toEqual(
      catalogue.map(({ type, topic, keyProperty: key }) => ({ type, topic, key })).sort(byType),
    );
  });

  it('has the settings of the topics', () => {
    expect(parsed('asyncapi.json', generateCatalogue(library))).toMatchObject({
      info: { version: '1.2.3' },
      channels: {
        'library.book': { bindings: { kafka: { partitions: 3, topicConfiguration: { 'retention.ms': -1 } } } },
      },
      operations: { 'library.book.send': { action: 'send', tags: [{ name: 'library' }] } },
    });
  });

  it('describes messages of one event each: envelope and payload', () => {
    const { messages } = inlined(document.components) as { messages: Record<string, { payload: JsonSchema }> };
    const created = messages['course.course.created.v1']?.payload ?? {};
    const envelope = {
      specversion: '1.0',
      id: '0190a0a0-0000-7000-8000-000000000000',
      source: '/course',
      type: 'course.course.created.v1',
      subject: '0190a0a0-0000-7000-8000-000000000001',
      time: '2026-01-31T09:30:00.000Z',
      datacontenttype: 'application/json',
      aggregateversion: 1,
      data: {
        courseId: '0190a0a0-0000-7000-8000-000000000001',
        title: 'Algebra',
        instructorId: '0190a0a0-0000-7000-8000-000000000002',
        createdAt: '2026-01-31T09:30:00.000Z',
      },
    };
    expect(EventEnvelope.safeParse(envelope).success).toBe(true);
    expect(isValid(created, envelope)).toBe(true);
    expect(isValid(created, { ...envelope, data: {} })).toBe(false);
    expect(isValid(created, { ...envelope, type: 'course.course.published.v1' })).toBe(false);
  });
});

describe('the schema of an event', () => {
  it.each(catalogue.map((event) => [event.type, event] as const))('%s describes what consumers read', (type, event) => {
    const schema = parsed(`${type}.json`);
    fc.assert(
      fc.property(documentsOf(schema), fc.constantFrom(...requiredOf(schema)), (document, name) => {
        expect(isValid(schema, document)).toBe(true);
        expect(event.payload.safeParse(document).success).toBe(true);
        const lacking = Object.fromEntries(Object.entries(Object(document)).filter(([other]) => other !== name));
        expect(isValid(schema, lacking)).toBe(false);
        expect(event.payload.safeParse(lacking).success).toBe(false);
      }),
    );
  });

  it('never forbids properties that it does not know', () => {
    for (const file of published.keys()) {
      for (const { additionalProperties } of objectsIn(parsed(file))) expect(additionalProperties).not.toBe(false);
    }
  });

  it('has a draft, an id, a title and the description', () => {
    expect(parsed('library.book.lent.v1.json', generateCatalogue(library))).toEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:lyceum:event:library.book.lent.v1',
      title: 'book lent, v1',
      description: 'A book has been lent.',
      type: 'object',
      properties: { bookId: { type: 'string', format: 'uuid' }, title: { type: 'string' } },
      required: ['bookId', 'title'],
    });
  });

  it('keeps the pattern of a form that is not the usual one', () => {
    const at = (form: z.ZodType) =>
      parsed('library.book.lent.v1.json', carrying(payload.extend({ at: form }))).properties;
    expect(at(z.iso.datetime())).toMatchObject({ at: { format: 'date-time', pattern: 'Z$' } });
    expect(at(z.iso.datetime({ offset: true }))).not.toMatchObject({ at: { pattern: 'Z$' } });
    expect(at(z.uuidv7())).toMatchObject({ at: { pattern: expect.stringContaining('-7') } });
  });

  it.each<[string, z.ZodType<{ bookId: string }>, RegExp]>([
    ['refuses unknown properties', payload.strict(), /refuses unknown properties at its root: use z\.object/],
    ['refuses them deep inside', payload.extend({ pages: z.array(z.strictObject({})) }), /use z\.object/],
    [
      'is sent in another form than it is read',
      payload.extend({ title: z.string().transform(Number) }),
      /[Tt]ransform/,
    ],
    ['is no object', z.custom<{ bookId: string }>().or(payload), /library\.book\.lent\.v1|[Cc]ustom/],
  ])('is not published where a payload %s', (_name, changed, message) => {
    expect(() => carrying(changed)).toThrow(message);
  });
});

function byType(one: { type: string }, other: { type: string }): number {
  return one.type < other.type ? -1 : 1;
}
