import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { isSchema, type JsonSchema, propertiesOf, requiredOf } from '../events/json-schema.ts';
import { anyName } from './schemas.ts';

const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false, addUsedSchema: false });
addFormats.default(ajv);

/** Whether a document is valid under a schema, including formats. */
export function isValid(schema: JsonSchema, document: unknown): boolean {
  return ajv.validate(schema, document);
}

/** Documents that are valid under the schema, with unknown properties. */
export function documentsOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  const options = schema.anyOf ?? schema.oneOf ?? schema.enum;
  if (Array.isArray(options)) {
    return fc.oneof(...options.map((option) => (isSchema(option) ? documentsOf(option) : fc.constant(option))));
  }
  if (schema.const !== undefined) return fc.constant(schema.const);
  switch (schema.type) {
    case 'object':
      return objectsOf(schema);
    case 'array':
      return fc.array(documentsOf(isSchema(schema.items) ? schema.items : {}), { maxLength: 2 });
    case 'string':
      return stringsOf(schema);
    case 'integer':
      return fc.integer({ min: Number(schema.minimum ?? Number(schema.exclusiveMinimum ?? -4) + 1), max: 9 });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return anything;
  }
}

const anything = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.constant({ a: 'x' }));

function objectsOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  const further = isSchema(schema.additionalProperties) ? documentsOf(schema.additionalProperties) : anything;
  const required = requiredOf(schema);
  const known: Record<string, fc.Arbitrary<unknown>> = Object.fromEntries(required.map((name) => [name, further]));
  for (const [name, property] of Object.entries(propertiesOf(schema))) {
    known[name] = isSchema(property) ? documentsOf(property) : anything;
  }
  const others = fc.dictionary(anyName, further, { maxKeys: 3 });
  return fc.tuple(others, fc.record(known, { requiredKeys: [...required] })).map(([unknown, facts]) => {
    const named = Object.entries(unknown).filter(([name]) => !Object.hasOwn(known, name));
    return { ...Object.fromEntries(named), ...facts };
  });
}

function stringsOf({ format, pattern, minLength }: JsonSchema): fc.Arbitrary<string> {
  switch (format) {
    case 'uuid':
      return fc.uuid();
    case 'email':
      return fc.stringMatching(/^[a-z0-9]{1,8}(\.[a-z]{1,8})?@[a-z]{1,8}\.[a-z]{2,4}$/);
    case 'date-time':
      return fc
        .date({ min: new Date('1970-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
        .map((date) => date.toISOString());
    default:
      if (typeof pattern === 'string') return fc.stringMatching(new RegExp(pattern));
      return fc.string({ minLength: Number(minLength ?? 0), maxLength: 4 });
  }
}

/**
 * The part of a valid document that a reader with this schema keeps. Of several alternatives it takes the first match.
 */
export function withoutUnknown(schema: JsonSchema, document: unknown): unknown {
  const options = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(options)) {
    return withoutUnknown(
      options.find((option) => isValid(option, document)),
      document,
    );
  }
  if (Array.isArray(document)) {
    return document.map((item) => (isSchema(schema.items) ? withoutUnknown(schema.items, item) : item));
  }
  if (!isSchema(document) || schema.type !== 'object') return document;
  const further = schema.additionalProperties;
  return Object.fromEntries(
    Object.entries(document).flatMap(([name, value]) => {
      const property = propertiesOf(schema)[name] ?? further;
      if (isSchema(property)) return [[name, withoutUnknown(property, value)]];
      return requiredOf(schema).includes(name) ? [[name, value]] : [];
    }),
  );
}
