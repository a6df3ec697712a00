/** A JSON Schema of draft 2020-12 in its object form. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

export function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The properties that an object schema describes, by name. */
export function propertiesOf(schema: JsonSchema): JsonSchema {
  return isSchema(schema.properties) ? schema.properties : {};
}

/** The names of the required properties. */
export function requiredOf(schema: JsonSchema): readonly string[] {
  return Array.isArray(schema.required) ? schema.required.map(String) : [];
}
