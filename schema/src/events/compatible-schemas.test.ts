import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { z } from 'zod';
import { documentsOf, isValid, withoutUnknown } from '../testing/documents.ts';
import { anyName, anyObjectSchema, anySchema, type Site, sitesOf } from '../testing/schemas.ts';
import { findSchemaBreaks } from './compatible-schemas.ts';
import { isSchema, type JsonSchema, propertiesOf, requiredOf } from './json-schema.ts';

const schemaOf = (type: z.ZodType): JsonSchema => ({ ...z.toJSONSchema(type, { io: 'input' }) });
const breaks = (before: z.ZodType, after: z.ZodType) => findSchemaBreaks(schemaOf(before), schemaOf(after));

const lesson = z.object({
  id: z.uuid(),
  minutes: z.number().int().positive(),
  note: z.string().optional(),
  level: z.enum(['EASY', 'HARD']),
});
const inCourse = (type: z.ZodType) => z.object({ lessons: z.array(type) });

describe('findSchemaBreaks', () => {
  it.each([
    ['an optional property comes', lesson.extend({ extra: z.string().optional() })],
    ['a property with a default comes', lesson.extend({ extra: z.number().default(3) })],
    ['a text changes', lesson.extend({ id: z.uuid().describe('Another text.') }).meta({ title: 'A lesson' })],
    [
      'an optional property is marked as deprecated',
      lesson.extend({ note: z.string().meta({ deprecated: true }).optional() }),
    ],
    ['enum values change places', lesson.extend({ level: z.enum(['HARD', 'EASY']) })],
  ])('finds nothing when %s', (_name, after) => {
    expect(breaks(inCourse(lesson), inCourse(after))).toEqual([]);
  });

  it.each([
    ['a required property comes', lesson.extend({ extra: z.string() }), 'property lessons[].extra is new and required'],
    ['a required property goes', lesson.omit({ id: true }), 'property lessons[].id was required and is removed'],
    ['an optional property goes', lesson.omit({ note: true }), 'property lessons[].note was optional and is removed'],
    ['a property becomes optional', lesson.partial({ id: true }), 'property lessons[].id was required and is optional'],
    [
      'a property becomes required',
      lesson.required({ note: true }),
      'property lessons[].note was optional and is required',
    ],
    ['a type changes', lesson.extend({ id: z.number() }), 'property lessons[].id: type was "string" and is "number"'],
    [
      'an enum is widened',
      lesson.extend({ level: z.enum(['EASY', 'HARD', 'ODD']) }),
      'property lessons[].level: enum was ["EASY","HARD"] and is ["EASY","HARD","ODD"]',
    ],
    [
      'an enum is narrowed',
      lesson.extend({ level: z.enum(['EASY']) }),
      'property lessons[].level: enum was ["EASY","HARD"] and is ["EASY"]',
    ],
    [
      'a bound is moved',
      lesson.extend({ minutes: z.number().int().positive().max(60) }),
      'property lessons[].minutes: maximum was 9007199254740991 and is 60',
    ],
    [
      'a pattern is added',
      lesson.extend({ note: z.string().regex(/^a/).optional() }),
      'property lessons[].note: pattern was not set and is "^a"',
    ],
  ])('names the property, what was and what is, when %s', (_name, after, fault) => {
    expect(breaks(inCourse(lesson), inCourse(after))).toEqual([fault]);
  });

  it('finds a property that comes where properties of any name were allowed, as it may have been sent before', () => {
    const extended = { note: z.string(), extra: z.string().optional() };
    expect(breaks(z.looseObject({ note: z.string() }), z.looseObject(extended))).toHaveLength(1);
  });

  it('lets alternatives grow that one property tells apart, and no others', () => {
    const shape = (kind: z.ZodType) =>
      [z.object({ kind, side: z.number() }), z.object({ kind: z.literal('dot') })] as const;
    const grown = (kind: z.ZodType) => {
      const [first, second] = shape(kind);
      return z.union([first.extend({ colour: z.string().optional() }), second]);
    };
    const [apart, alike] = [z.literal('box'), z.string()];
    expect(breaks(z.union(shape(apart)), grown(apart))).toEqual([]);
    expect(breaks(z.union(shape(alike)), grown(alike))).toHaveLength(1);
  });

  it('finds an alternative that comes or goes', () => {
    const [two, three] = [z.union([z.object({}), z.null()]), z.union([z.object({}), z.null(), z.array(z.string())])];
    expect(breaks(two, three)).toHaveLength(1);
    expect(breaks(three, two)).toHaveLength(1);
  });

  it('follows lists of fixed length, maps and recursive types to what is inside', () => {
    const grown = lesson.extend({ extra: z.string().optional() });
    const shrunk = lesson.omit({ id: true });
    const tree = (node: z.ZodObject) => {
      const branch: z.ZodType = node.extend({ next: z.lazy(() => branch).optional() });
      return z.object({ root: branch });
    };
    const wraps: [(type: z.ZodObject) => z.ZodType, string][] = [
      [(type) => z.object({ pair: z.tuple([z.string(), type]) }), 'property pair[1].id'],
      [(type) => z.record(z.string(), type), 'property *.id'],
      [tree, 'id was required and is removed'],
    ];
    for (const [wrap, fault] of wraps) {
      expect(breaks(wrap(lesson), wrap(grown))).toEqual([]);
      expect(breaks(wrap(lesson), wrap(shrunk)).join()).toContain(fault);
    }
  });

  it('lets no part of an intersection grow, as the other parts look at the same document', () => {
    const both = (type: z.ZodObject) => ({ allOf: [schemaOf(type), schemaOf(z.object({ other: z.string() }))] });
    const grown = lesson.extend({ extra: z.string().optional() });
    expect(findSchemaBreaks(both(lesson), both(grown))).toHaveLength(1);
    expect(findSchemaBreaks(both(lesson), both(lesson.meta({ description: 'Another text.' })))).toEqual([]);
  });

  it('finds every schema compatible with itself', () => {
    fc.assert(
      fc.property(anySchema, (schema) => expect(findSchemaBreaks(schema, structuredClone(schema))).toEqual([])),
    );
  });

  it('always accepts a new optional property where objects can be distinguished', () => {
    fc.assert(
      fc.property(anyObjectSchema, fc.nat(), anySchema, (schema, index, added) => {
        const sites = sitesOf(schema).filter(
          ({ schema: { type, additionalProperties } }) => type === 'object' && !additionalProperties,
        );
        const site = pick(sites, index);
        fc.pre(!isBetweenLikeOptions(schema));
        expect(findSchemaBreaks(schema, site.replace(withProperty(site.schema, 'fresh', added)))).toEqual([]);
      }),
    );
  });

  it('always finds a required property that goes or is of another type', () => {
    const requiredSites = anyObjectSchema
      .map((schema) => ({ schema, sites: sitesOf(schema).filter((site) => requiredOf(site.schema).length > 0) }))
      .filter(({ sites }) => sites.length > 0);
    fc.assert(
      fc.property(requiredSites, fc.nat(), fc.nat(), ({ schema, sites }, index, which) => {
        const site = pick(sites, index);
        const name = pick(requiredOf(site.schema), which);
        const retyped = site.replace(withProperty(site.schema, name, { type: 'number' }));
        expect(findSchemaBreaks(schema, site.replace(withoutProperty(site.schema, name)))).not.toEqual([]);
        expect(findSchemaBreaks(schema, retyped)).not.toEqual([]);
      }),
    );
  });

  it('is correct: compatible schemas read each other’s documents', () => {
    const pairs = anyObjectSchema.chain((before) =>
      fc.array(fc.tuple(fc.nat(), anyEdit), { minLength: 1, maxLength: 2 }).map((edits) => ({
        before,
        after: edits.reduce((schema, [index, edit]) => {
          const site = pick(sitesOf(schema), index);
          return site.replace(edit(site.schema));
        }, before),
      })),
    );
    const compatible = pairs.filter(
      ({ before, after }) => !isDeepStrictEqual(before, after) && findSchemaBreaks(before, after).length === 0,
    );
    const documents = compatible.chain(({ before, after }) =>
      fc.record({
        before: fc.constant(before),
        after: fc.constant(after),
        stored: documentsOf(before).filter((document) => isValid(before, document)),
        sent: documentsOf(after).filter((document) => isValid(after, document)),
      }),
    );
    fc.assert(
      fc.property(documents, ({ before, after, stored, sent }) => {
        expect(isValid(after, withoutUnknown(before, stored))).toBe(true);
        expect(isValid(before, withoutUnknown(after, sent))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

type Edit = (schema: JsonSchema) => JsonSchema;
const reword: Edit = (schema) => ({ ...schema, description: 'Another text.' });
const loosen: Edit = (schema) => ({ ...schema, required: [] });
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(anyName, anySchema).map(
      ([name, added]): Edit =>
        (schema) =>
          withOptional(schema, name, added),
    ),
  },
  { weight: 2, arbitrary: fc.constant(reword) },
  {
    weight: 1,
    arbitrary: anySchema.map(
      (other): Edit =>
        () =>
          other,
    ),
  },
  {
    weight: 1,
    arbitrary: anyName.map(
      (name): Edit =>
        (schema) =>
          withoutProperty(schema, name),
    ),
  },
  {
    weight: 1,
    arbitrary: anyName.map(
      (name): Edit =>
        (schema) =>
          withRequired(schema, name),
    ),
  },
  { weight: 1, arbitrary: fc.constant(loosen) },
);

function pick<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('There is nothing to pick from.');
  return item;
}

function withProperty(schema: JsonSchema, name: string, property: JsonSchema): JsonSchema {
  return { ...schema, properties: { ...propertiesOf(schema), [name]: property } };
}

function withOptional(schema: JsonSchema, name: string, property: JsonSchema): JsonSchema {
  return schema.type === 'object' && !requiredOf(schema).includes(name) ? withProperty(schema, name, property) : schema;
}

function withRequired(schema: JsonSchema, name: string): JsonSchema {
  return schema.type === 'object' ? { ...schema, required: [...new Set([...requiredOf(schema), name])] } : schema;
}

function withoutProperty(schema: JsonSchema, name: string): JsonSchema {
  const { [name]: _gone, ...properties } = propertiesOf(schema);
  return { ...schema, properties, required: requiredOf(schema).filter((other) => other !== name) };
}

/** Whether it contains alternatives that are objects and not distinguished by any property. */
function isBetweenLikeOptions(schema: JsonSchema): boolean {
  return sitesOf(schema).some(
    (site: Site) =>
      Array.isArray(site.schema.anyOf) &&
      site.schema.anyOf.every((option) => isSchema(option) && option.type === 'object'),
  );
}
