import fc from 'fast-check';
import { isSchema, type JsonSchema } from '../events/json-schema.ts';

/** Few names, so that an unknown property of one schema is often a property of another. */
export const anyName = fc.constantFrom('a', 'b', 'c', 'd', 'e');

const { schema, object } = fc.letrec<{ schema: JsonSchema; object: JsonSchema }>((tie) => {
  const scalar = fc.constantFrom<JsonSchema>(
    { type: 'string' },
    { type: 'string', minLength: 2 },
    { type: 'string', enum: ['x', 'y'] },
    { type: 'integer', minimum: 1 },
    { type: 'integer' },
    { type: 'boolean' },
  );
  const properties = fc.dictionary(anyName, tie('schema'), { maxKeys: 4 });
  return {
    object: properties.chain((described) =>
      fc
        .subarray(Object.keys(described))
        .map((required) => ({ type: 'object', properties: described, ...(required.length > 0 ? { required } : {}) })),
    ),
    schema: fc.oneof(
      { maxDepth: 2 },
      scalar,
      tie('object'),
      tie('schema').map((items) => ({ type: 'array', items })),
      tie('object').map((nullable) => ({ anyOf: [nullable, { type: 'null' }] })),
      fc.tuple(tie('object'), tie('object')).map((options) => ({ oneOf: options.map(withKind) })),
      fc.tuple(tie('object'), tie('object')).map((options) => ({ anyOf: options })),
      tie('schema').map((values) => ({ type: 'object', additionalProperties: values })),
    ),
  };
});

/** Schemas of objects, with nested lists, maps, nullable properties and alternatives. */
export const anyObjectSchema = object;
export const anySchema = schema;

function withKind(option: JsonSchema, index: number): JsonSchema {
  const properties = isSchema(option.properties) ? option.properties : {};
  const required = Array.isArray(option.required) ? option.required : [];
  return { ...option, properties: { ...properties, kind: { const: String(index) } }, required: [...required, 'kind'] };
}

/** A schema nested in another one. */
export interface Site {
  readonly schema: JsonSchema;
  /** The whole schema, with another schema in this position. */
  readonly replace: (schema: JsonSchema) => JsonSchema;
}

/** Every nested schema, starting with the whole. */
export function sitesOf(whole: JsonSchema, replace: Site['replace'] = (next) => next): Site[] {
  const inside = Object.entries(whole).flatMap(([keyword, value]) => {
    if (['items', 'additionalProperties'].includes(keyword) && isSchema(value)) {
      return sitesOf(value, (next) => replace({ ...whole, [keyword]: next }));
    }
    if (['anyOf', 'oneOf'].includes(keyword) && Array.isArray(value)) {
      return value.flatMap((option, index) =>
        sitesOf(option, (next) => replace({ ...whole, [keyword]: value.with(index, next) })),
      );
    }
    if (keyword !== 'properties' || !isSchema(value)) return [];
    return Object.entries(value).flatMap(([name, property]) =>
      isSchema(property)
        ? sitesOf(property, (next) => replace({ ...whole, properties: { ...value, [name]: next } }))
        : [],
    );
  });
  return [{ schema: whole, replace }, ...inside];
}
