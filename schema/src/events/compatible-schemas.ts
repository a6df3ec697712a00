import { isDeepStrictEqual } from 'node:util';
import { isSchema, type JsonSchema, propertiesOf, requiredOf } from './json-schema.ts';

/**
 * What prevents documents of one schema from being read with the other, in either direction: old consumers read what
 * new producers send, and new consumers read what old producers have stored. Readers ignore unknown properties. Texts
 * may change and optional properties may be added. Everything else is a fault, even if it is safe in one direction.
 * @returns one clause per fault: which property, what it was, what it is
 */
export function findSchemaBreaks(before: JsonSchema, after: JsonSchema): string[] {
  return compare(before, after, { path: '', open: true });
}

interface Place {
  /** `lessons[].title`; empty for the document itself. */
  readonly path: string;
  /** Whether objects here may get optional properties: nothing around them constrains the same properties. */
  readonly open: boolean;
}

const texts = new Set(['$schema', '$id', '$comment', 'title', 'description', 'examples', 'deprecated']);
const objectKeywords = new Set([
  'type',
  'properties',
  'required',
  'additionalProperties',
  'propertyNames',
  'default',
  '$defs',
]);
const listKeywords = new Set(['type', 'items', 'prefixItems', 'minItems', 'maxItems', 'default', '$defs']);

function compare(before: unknown, after: unknown, place: Place): string[] {
  if (!isSchema(before) || !isSchema(after)) return compareValue('schema', before, after, place);
  const retyped = compareValue('type', before.type, after.type, place);
  if (retyped.length > 0) return retyped;
  return [...compareProperties(before, after, place), ...compareKeywords(before, after, place)];
}

function compareProperties(before: JsonSchema, after: JsonSchema, place: Place): string[] {
  const [old, fresh] = [describedBy(before), describedBy(after)];
  const [wasRequired, isRequired] = [new Set(requiredOf(before)), new Set(requiredOf(after))];
  const inside = { ...place, open: place.open && has(before, objectKeywords) && has(after, objectKeywords) };
  const mayGrow = inside.open && [before, after].every((schema) => schema.type === 'object' && !isMap(schema));

  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((name) => {
    const path = join(place.path, name);
    const [was, is] = [wasRequired.has(name) ? 'required' : 'optional', isRequired.has(name) ? 'required' : 'optional'];
    if (!fresh.has(name)) return [`property ${path} was ${was} and is removed`];
    if (!old.has(name)) {
      if (is === 'optional' && mayGrow) return [];
      const why = is === 'required' ? '' : ', but the enclosing schema already constrains further properties';
      return [`property ${path} is new and ${is}${why}`];
    }
    const faults = compare(old.get(name), fresh.get(name), { ...inside, path });
    return was === is ? faults : [`property ${path} was ${was} and is ${is}`, ...faults];
  });
}

function compareKeywords(before: JsonSchema, after: JsonSchema, place: Place): string[] {
  const keywords = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keywords].flatMap((keyword) => {
    if (texts.has(keyword) || keyword === 'properties' || keyword === 'required') return [];
    const [was, is] = [before[keyword], after[keyword]];
    if (was === undefined || is === undefined) return compareValue(keyword, was, is, place);
    const both = (known: ReadonlySet<string>) => ({
      ...place,
      open: place.open && has(before, known) && has(after, known),
    });
    switch (keyword) {
      case 'additionalProperties':
        return compare(was, is, { ...both(objectKeywords), path: join(place.path, '*') });
      case 'items':
        return compare(was, is, { ...both(listKeywords), path: `${place.path}[]` });
      case 'prefixItems':
        return compareEach(keyword, was, is, both(listKeywords));
      case 'anyOf':
      case 'oneOf': {
        const alone = both(new Set([keyword, 'default', '$defs']));
        return compareEach(keyword, was, is, { ...alone, open: alone.open && areExclusive(was) && areExclusive(is) });
      }
      case 'allOf':
        return compareEach(keyword, was, is, { ...place, open: false });
      case '$defs':
        return compareDefinitions(was, is, place);
      default:
        return compareValue(keyword, was, is, place);
    }
  });
}

/** Schemas in a list must be the same one by one, in the same order. */
function compareEach(keyword: string, was: unknown, is: unknown, place: Place): string[] {
  if (!Array.isArray(was) || !Array.isArray(is) || was.length !== is.length) {
    return compareValue(keyword, was, is, place);
  }
  const path = (index: number) => (keyword === 'prefixItems' ? `${place.path}[${index}]` : place.path);
  return was.flatMap((schema, index) => compare(schema, is[index], { ...place, path: path(index) }));
}

/** An added or removed definition matters only where it is referenced, and is reported there. */
function compareDefinitions(was: unknown, is: unknown, place: Place): string[] {
  if (!isSchema(was) || !isSchema(is)) return compareValue('$defs', was, is, place);
  const shared = Object.keys(was).filter((name) => Object.hasOwn(is, name));
  return shared.flatMap((name) => compare(was[name], is[name], { ...place, path: join(place.path, `$defs.${name}`) }));
}

function compareValue(keyword: string, was: unknown, is: unknown, { path }: Place): string[] {
  const unordered = keyword === 'enum' || keyword === 'type';
  const equal = unordered ? isDeepStrictEqual(new Set([was].flat()), new Set([is].flat())) : isDeepStrictEqual(was, is);
  if (equal) return [];
  const told = (value: unknown) => (value === undefined ? 'not set' : JSON.stringify(value));
  return [`${path ? `property ${path}` : 'the whole document'}: ${keyword} was ${told(was)} and is ${told(is)}`];
}

function join(path: string, name: string): string {
  return path ? `${path}.${name}` : name;
}

/** A property that is required but not described accepts anything. */
function describedBy(schema: JsonSchema): ReadonlyMap<string, unknown> {
  const undescribed = requiredOf(schema).map((name): [string, unknown] => [name, {}]);
  return new Map([...undescribed, ...Object.entries(propertiesOf(schema))]);
}

function has(schema: JsonSchema, only: ReadonlySet<string>): boolean {
  return Object.keys(schema).every((keyword) => only.has(keyword) || texts.has(keyword));
}

/** Whether properties not named in the schema are nevertheless part of the document. */
function isMap(schema: JsonSchema): boolean {
  return schema.additionalProperties !== undefined || schema.propertyNames !== undefined;
}

/** Whether a value can match only one of the alternatives: by its type, or by a distinguishing property. */
function areExclusive(alternatives: unknown): boolean {
  if (!Array.isArray(alternatives) || !alternatives.every(isSchema)) return false;
  return alternatives.every((one, index) =>
    alternatives.slice(index + 1).every((other) => differInType(one, other) || differInProperty(one, other)),
  );
}

function differInType(one: JsonSchema, other: JsonSchema): boolean {
  if (one.type === undefined || other.type === undefined) return false;
  const types = ({ type }: JsonSchema) => [type].flat().map((name) => (name === 'integer' ? 'number' : name));
  return !types(one).some((type) => types(other).includes(type));
}

function differInProperty(one: JsonSchema, other: JsonSchema): boolean {
  const constant = (schema: JsonSchema, name: string) => {
    const property = propertiesOf(schema)[name];
    return isSchema(property) ? property.const : undefined;
  };
  return requiredOf(one).some((name) => {
    if (!requiredOf(other).includes(name)) return false;
    const [left, right] = [constant(one, name), constant(other, name)];
    return left !== undefined && right !== undefined && !isDeepStrictEqual(left, right);
  });
}
