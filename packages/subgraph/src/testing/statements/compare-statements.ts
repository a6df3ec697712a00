import type { TestTokens, TestViewer } from '@lyceum/auth/testing';
import { countStatements } from '@lyceum/database/testing';
import { currentRequest } from '@lyceum/telemetry';
import { type GraphQLField, type GraphQLObjectType, getNamedType, isObjectType } from 'graphql';
import { readSchema, type SubgraphSchema } from '../read-schema.ts';
import type { TestSubgraph } from '../test-subgraph.ts';
import { type Reached, reachedIn } from './reached.ts';
import {
  type FieldArguments,
  type Making,
  plainSelection,
  type Selection,
  selectionsBelow,
  selectionsOf,
} from './selections.ts';

/** A domain's data for counting statements. */
export interface SeededMany {
  /** A viewer who may see all of it. */
  readonly viewer: TestViewer;
  /**
   * The ids of `count` objects by entity: of those with a list, the first has `count` items in it, the others at least
   * one.
   */
  readonly entities: Readonly<Record<string, readonly string[]>>;
  /** Values of arguments that are required in addition to the page. */
  readonly arguments?: FieldArguments;
}

export interface StatementSeeds {
  /** @param viewer the owner, if another concept's seeds have already created one */
  seedMany(tested: TestSubgraph, tokens: TestTokens, count: number, viewer?: TestViewer): Promise<SeededMany>;
  /** Lists that cannot have `count` items, and objects that queries cannot reach, by coordinate; with the reason. */
  readonly exceptions: Readonly<Record<string, string>>;
}

export interface StatementComparison {
  /** Selections that take more statements for many parents or children than for one; with the counts. */
  readonly growing: readonly string[];
  /** Coordinates of the schema for which the seeds lack an object, or have lists that are too short. */
  readonly unseeded: readonly string[];
  /** Refused selections; with the errors. */
  readonly refused: readonly string[];
  /** The number of compared selections. */
  readonly compared: number;
}

/** One request, for one and for many. */
interface Probe {
  readonly what: string;
  readonly variants: readonly Variant[];
}

interface Variant {
  readonly what: string;
  readonly document: string;
  readonly variables: Record<string, unknown>;
  readonly viewer: TestViewer;
  readonly selection: Selection;
}

/**
 * Requests everything below every entity and every field of `Query`, for one parent with one child, for one with many,
 * and for many, and compares the SQL statements that the subgraph sends: unless their number is equal, the selection
 * grows.
 */
export async function compareStatements(
  tested: TestSubgraph,
  tokens: TestTokens,
  seeds: StatementSeeds,
  count = 20,
): Promise<StatementComparison> {
  const schema = await readSchema(tested);
  const one = await seeds.seedMany(tested, tokens, 1);
  const many = await seeds.seedMany(tested, tokens, count);
  await tested.eventsCarried();
  const withoutIds = schema.entities.filter((name) => new Set(many.entities[name]).size < count);
  if (withoutIds.length > 0) return { growing: [], unseeded: withoutIds, refused: [], compared: 0 };

  const probes = [...entityProbes(schema, one, many, count), ...rootProbes(schema, one, many, count)];
  const growing: string[] = [];
  const refused: string[] = [];
  const coverage = new Coverage();
  for (const { what, variants } of probes) {
    const counts: number[] = [];
    for (const variant of variants) {
      const { result, statements } = await countStatements(
        tested.dataSource,
        () => tested.send<Record<string, unknown>>(variant.document, variant.variables, variant.viewer),
        { counts: () => currentRequest() !== undefined },
      );
      if (result.errors) refused.push(`${what}, ${variant.what}: ${result.errors.map(({ message }) => message)[0]}`);
      coverage.add(reachedIn(Object.values(result.data ?? {}).flat(), variant.selection.places));
      counts.push(statements.length);
    }
    if (new Set(counts).size > 1) {
      growing.push(`${what}: ${variants.map((variant, index) => `${counts[index]} for ${variant.what}`).join(', ')}`);
    }
  }
  return { growing, unseeded: coverage.missing(count, seeds.exceptions), refused, compared: probes.length };
}

function entityProbes(schema: SubgraphSchema, one: SeededMany, many: SeededMany, count: number): Probe[] {
  return schema.entities.flatMap((name) => {
    const type = schema.schema.getType(name);
    if (!isObjectType(type)) return [];
    const ofOne = selectionsBelow(type, making(schema, one, 1));
    const ofMany = selectionsBelow(type, making(schema, many, count));
    const variant = (what: string, seeded: SeededMany, selection: Selection, ids: readonly string[]): Variant => ({
      what,
      document: `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${name} { ${selection.text} } } }`,
      variables: { of: ids.map((id) => ({ __typename: name, id })) },
      viewer: seeded.viewer,
      selection,
    });
    return ofMany.map((selection, index): Probe => {
      const ids = many.entities[name] ?? [];
      return {
        what: `${name} { ${selection.text} }`,
        variants: [
          variant('one', one, ofOne[index] ?? selection, (one.entities[name] ?? []).slice(0, 1)),
          variant(`one with ${count}`, many, selection, ids.slice(0, 1)),
          variant(`${count}`, many, selection, ids.slice(0, count)),
        ],
      };
    });
  });
}

function rootProbes(schema: SubgraphSchema, one: SeededMany, many: SeededMany, count: number): Probe[] {
  const query = schema.schema.getQueryType();
  if (!query) return [];
  return Object.values(query.getFields())
    .filter(({ name }) => !name.startsWith('_'))
    .flatMap((field) =>
      field.args.some(({ name }) => name === 'id')
        ? aliasProbes(query, field, many, count)
        : listProbes(schema, query, field, one, many, count),
    );
}

/** A field that takes an id, requested once and, with aliases, for many. */
function aliasProbes(
  query: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  many: SeededMany,
  count: number,
): Probe[] {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return [];
  const selection = plainSelection(type);
  const ids = many.entities[type.name] ?? [];
  const variant = (some: readonly string[]): Variant => ({
    what: `${some.length}`,
    document: `{ ${some.map((id, index) => `a${index}: ${field.name}(id: "${id}") { ${selection.text} }`).join(' ')} }`,
    variables: {},
    viewer: many.viewer,
    selection,
  });
  return [
    {
      what: `${query.name}.${field.name} { ${selection.text} }`,
      variants: [variant(ids.slice(0, 1)), variant(ids.slice(0, count))],
    },
  ];
}

/** A field without an id, requested for one item and for many. */
function listProbes(
  schema: SubgraphSchema,
  query: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  one: SeededMany,
  many: SeededMany,
  count: number,
): Probe[] {
  const ofOne = selectionsOf(query, field, making(schema, one, 1));
  return selectionsOf(query, field, making(schema, many, count)).map((selection, index): Probe => {
    const variant = (what: string, seeded: SeededMany, asked: Selection): Variant => ({
      what,
      document: `{ ${asked.text} }`,
      variables: {},
      viewer: seeded.viewer,
      selection: { ...asked, places: asked.places.slice(1) },
    });
    return {
      what: `${query.name} { ${selection.text} }`,
      variants: [variant('one', one, ofOne[index] ?? selection), variant(`${count}`, many, selection)],
    };
  });
}

function making(schema: SubgraphSchema, seeded: SeededMany, first: number): Making {
  return { ...schema, first, arguments: seeded.arguments ?? {} };
}

/** The contents of the answers, by coordinate. */
class Coverage {
  readonly #most = new Map<string, Reached>();

  add(reached: readonly Reached[]): void {
    for (const { place, objects, longestList } of reached) {
      const before = this.#most.get(place.coordinate);
      this.#most.set(place.coordinate, {
        place,
        objects: Math.max(objects, before?.objects ?? 0),
        longestList: Math.max(longestList, before?.longestList ?? 0),
      });
    }
  }

  missing(count: number, exceptions: Readonly<Record<string, string>>): string[] {
    const found = [...this.#most.values()].flatMap(({ place, objects, longestList }) => {
      if (place.isList && longestList < count) return `${place.coordinate}: ${longestList} items instead of ${count}`;
      return !place.isLeaf && objects === 0 ? `${place.coordinate}: no object` : [];
    });
    return found.filter((text) => exceptions[text.slice(0, text.indexOf(':'))] === undefined);
  }
}
