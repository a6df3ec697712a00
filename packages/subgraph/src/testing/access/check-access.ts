import { randomUUID } from 'node:crypto';
import type { TestTokens, TestViewer } from '@lyceum/auth/testing';
import type { GraphQLAnswer } from '@lyceum/client';
import { type GraphQLField, type GraphQLObjectType, getNamedType, isObjectType } from 'graphql';
import { readSchema, type SubgraphSchema } from '../read-schema.ts';
import type { TestSubgraph } from '../test-subgraph.ts';
import type { AccessRow, Outcome } from './access-table.ts';
import type { AccessRules, AccessWorld, Ids } from './access-world.ts';
import { entityRoutes, type Route, shortSelection, writeArguments } from './documents.ts';
import { outcomeAt, outcomeOf, told } from './outcome.ts';
import { subscriptionOutcome } from './subscription-outcome.ts';

export interface AccessReport {
  /** Coordinates of the schema that are missing from the table. */
  readonly withoutRow: readonly string[];
  /** Rows whose coordinates are not in the schema. */
  readonly withoutField: readonly string[];
  /** Viewers with another result than the table says, and by which route. */
  readonly wrong: readonly string[];
  /** Viewers who can distinguish an invisible object from a missing one. */
  readonly telling: readonly string[];
  /** Lists of `rules.lists` that showed their object to nobody: mistyped, or refused to all. */
  readonly blindLists: readonly string[];
  /** The number of checked answers. */
  readonly answers: number;
}

/**
 * Tries every row of a domain's table as every viewer by every route: a field of an entity by `_entities`, by the field
 * of `Query` that takes its id, by alias, by fragment, with the id in upper case, and in lists; mutations and
 * subscriptions with the ids in both cases. Answers for invisible objects are compared in full with those for missing
 * ones.
 */
export async function checkAccess(
  tested: TestSubgraph,
  tokens: TestTokens,
  ...rules: readonly AccessRules[]
): Promise<AccessReport> {
  const schema = await readSchema(tested);
  const coordinates = new Set(coordinatesOf(schema));
  const rows = rules.flatMap(({ table }) => table.rows);
  const known = new Set(rows.flatMap(({ type, fields }) => fields.map((field) => `${type}.${field}`)));
  const checks: AccessCheck[] = [];
  for (const each of rules) {
    const check = new AccessCheck(tested, schema, each, await each.createWorld(tested, tokens));
    const theirs = each.table.rows;
    for (const row of theirs.filter(({ type }) => type !== 'Mutation')) await check.row(row);
    for (const row of theirs.filter(({ type }) => type === 'Mutation')) await check.row(row);
    checks.push(check);
  }
  return {
    withoutRow: [...coordinates].filter((coordinate) => !known.has(coordinate)),
    withoutField: [...known].filter((coordinate) => !coordinates.has(coordinate)),
    wrong: checks.flatMap(({ wrong }) => wrong),
    telling: checks.flatMap(({ telling }) => telling),
    blindLists: checks.flatMap(({ lists }) => [...lists].filter(([, isSeen]) => !isSeen).map(([list]) => list)),
    answers: checks.reduce((sum, { answers }) => sum + answers, 0),
  };
}

/** Every field of the entities and of the root types. */
function coordinatesOf({ schema, entities }: SubgraphSchema): string[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const types = [...roots, ...entities.map((name) => schema.getType(name))].filter((type) => isObjectType(type));
  return types.flatMap((type) =>
    Object.keys(type.getFields())
      .filter((name) => !name.startsWith('_'))
      .map((name) => `${type.name}.${name}`),
  );
}

class AccessCheck {
  readonly wrong: string[] = [];
  readonly telling: string[] = [];
  /** Whether a list has shown its object to any viewer. */
  readonly lists = new Map<string, boolean>();
  answers = 0;

  constructor(
    private readonly tested: TestSubgraph,
    private readonly schema: SubgraphSchema,
    private readonly rules: AccessRules,
    private readonly world: AccessWorld,
  ) {}

  async row(row: AccessRow): Promise<void> {
    const type = this.schema.schema.getType(row.type);
    if (!isObjectType(type)) return;
    const fields = row.fields.flatMap((name) => type.getFields()[name] ?? []);
    for (const [viewer, expected] of row.expected) {
      const asking: Asking = { row, type, fields, viewer, expected, ids: this.#idsOf(row) };
      if (this.schema.entities.includes(type.name)) await this.#entityFields(asking);
      else if (type === this.schema.schema.getSubscriptionType()) {
        for (const field of fields) await this.#subscription(asking, field);
      } else {
        for (const field of fields) await this.#rootField(asking, field);
      }
    }
  }

  #idsOf({ object }: AccessRow): Ids {
    const ids = this.world.objects[object];
    if (!ids && object !== '-')
      throw new Error(`The table has the object "${object}", which createWorld does not create.`);
    return ids ?? {};
  }

  #viewer(name: string): TestViewer | undefined {
    if (!(name in this.world.viewers))
      throw new Error(`The table has the viewer ${name}, whom createWorld does not create.`);
    return this.world.viewers[name];
  }

  #selection(type: GraphQLObjectType, field: Field, ids: Ids): string {
    const given = this.rules.arguments[`${type.name}.${field.name}`]?.(ids);
    const id = ids[getNamedType(field.type).name];
    const values = given ?? (field.args.some(({ name }) => name === 'id') ? { id } : {});
    return `${field.name}${writeArguments(field, values)} ${shortSelection(field)}`;
  }

  async #entityFields(asking: Asking): Promise<void> {
    const { type, fields, ids, row, expected } = asking;
    const root = this.#rootFieldOf(type);
    const routesOf = (given: Ids) => {
      const id = given[type.name];
      if (id === undefined) throw new Error(`createWorld gives "${row.object}" no ${type.name}.`);
      const selections = fields.map((field) => this.#selection(type, field, ids));
      return entityRoutes({ type, fields: fields.map(({ name }) => name), selections, id, root });
    };
    const missing = missingIds(ids);
    const routesOfMissing = routesOf(missing);
    for (const [index, route] of routesOf(ids).entries()) {
      const answer = await this.#ask(asking, route);
      const routeOfMissing = routesOfMissing[index];
      if (routeOfMissing && (expected === 'none' || expected === 'UNAUTHENTICATED')) {
        await this.#compare(asking, answer, ids, routeOfMissing, missing);
      }
    }
    for (const list of this.rules.lists[type.name] ?? []) await this.#list(asking, list);
  }

  /** An object in a list must be visible, with the same fields as by any other route. */
  async #list({ type, fields, expected, ids, row, viewer }: Asking, list: string): Promise<void> {
    const selections = fields.map((field, index) => `a${index}: ${this.#selection(type, field, ids)}`);
    const document = `{ ${list.replace('SELECTION', `listedId: id ${selections.join(' ')}`)} }`;
    const { data } = await this.#send(document, viewer);
    const item = findObject(data, String(ids[type.name]));
    const key = `${type.name} in ${list}`;
    this.lists.set(key, Boolean(item) || this.lists.get(key) === true);
    if (!item) return;
    for (const [index, field] of fields.entries()) {
      const outcome = outcomeOf(item[`a${index}`]);
      // A refused field has an error in addition to null.
      if (outcome === expected || (outcome === 'null' && expected === 'FORBIDDEN')) continue;
      this.#note(`${type.name}.${field.name} of ${row.object}, ${viewer}, in ${list}`, outcome, expected);
    }
  }

  async #rootField(asking: Asking, field: Field): Promise<void> {
    const { type, ids, expected } = asking;
    const operation = type === this.schema.schema.getMutationType() ? 'mutation' : 'query';
    const routesOf = (given: Ids): Route[] => {
      const select = (some: Ids) => this.#selection(type, field, some);
      const route = (name: string, text: string, key = field.name): Route => ({
        name,
        document: `${operation} ${text}`,
        object: [],
        keys: [key],
      });
      const routes = [
        route('name', `{ ${select(given)} }`),
        route('alias', `{ a: ${select(given)} }`, 'a'),
        route('fragment', `{ ...F } fragment F on ${type.name} { ${select(given)} }`),
      ];
      return Object.keys(given).length > 0
        ? [...routes, route('upper case', `{ ${select(upperCase(given))} }`)]
        : routes;
    };
    const missing = missingIds(ids);
    const routesOfMissing = routesOf(missing);
    for (const [index, route] of routesOf(ids).entries()) {
      const answer = await this.#ask({ ...asking, fields: [field] }, route);
      const routeOfMissing = routesOfMissing[index];
      if (routeOfMissing && Object.keys(ids).length > 0 && (expected === 'null' || expected === 'NOT_FOUND')) {
        await this.#compare(asking, answer, ids, routeOfMissing, missing);
      }
    }
  }

  async #subscription({ type, ids, row, viewer, expected }: Asking, field: Field): Promise<void> {
    const token = this.#viewer(viewer)?.token;
    const subscribe = async (given: Ids) => {
      this.answers += 1;
      const document = `subscription { ${this.#selection(type, field, given)} }`;
      const { outcome, errors } = await subscriptionOutcome(this.tested.url, document, token);
      return { outcome, shown: told({ data: null, errors }, Object.values(given)) };
    };
    const missing = missingIds(ids);
    for (const change of [(given: Ids) => given, upperCase]) {
      const { outcome, shown } = await subscribe(change(ids));
      const what = `${type.name}.${field.name} of ${row.object}, ${viewer}, by socket`;
      if (outcome !== expected) this.#note(what, outcome, expected);
      if (outcome !== 'NOT_FOUND') continue;
      const ofMissing = await subscribe(change(missing));
      if (shown !== ofMissing.shown)
        this.telling.push(`${what}: ${shown}, but ${ofMissing.shown} for a missing object`);
    }
  }

  async #ask({ row, fields, viewer, expected }: Asking, route: Route): Promise<Answer> {
    const answer = await this.#send(route.document, viewer);
    for (const [index, field] of fields.entries()) {
      const outcome = outcomeAt(answer, route.object, route.keys[index] ?? field.name);
      if (outcome === expected) continue;
      this.#note(`${row.type}.${field.name} of ${row.object}, ${viewer}, by ${route.name}`, outcome, expected, answer);
    }
    return answer;
  }

  async #compare({ row, viewer }: Asking, hidden: Answer, ids: Ids, missing: Route, missingOf: Ids): Promise<void> {
    const ofMissing = await this.#send(missing.document, viewer);
    const [shown, shownOfMissing] = [told(hidden, Object.values(ids)), told(ofMissing, Object.values(missingOf))];
    if (shown === shownOfMissing) return;
    const what = `${row.type}.${row.fields} of ${row.object}, ${viewer}, by ${missing.name}`;
    this.telling.push(`${what}: ${shown}, but ${shownOfMissing} for a missing object`);
  }

  async #send(document: string, viewer: string): Promise<Answer> {
    this.answers += 1;
    return this.tested.send<Record<string, unknown>>(document, {}, this.#viewer(viewer));
  }

  #note(what: string, outcome: string, expected: Outcome, answer?: Answer): void {
    const message = answer?.errors?.[0]?.message;
    this.wrong.push(`${what}: ${outcome}, not ${expected}${message ? ` (${message})` : ''}`);
  }

  /** The field of `Query` that returns an entity by its id. */
  #rootFieldOf(type: GraphQLObjectType): string | undefined {
    const fields = Object.values(this.schema.schema.getQueryType()?.getFields() ?? {});
    return fields.find((field) => getNamedType(field.type) === type && field.args.some(({ name }) => name === 'id'))
      ?.name;
  }
}

type Field = GraphQLField<unknown, unknown>;
type Answer = Pick<GraphQLAnswer<Record<string, unknown>>, 'data' | 'errors'>;

interface Asking {
  readonly row: AccessRow;
  readonly type: GraphQLObjectType;
  readonly fields: readonly Field[];
  readonly viewer: string;
  readonly expected: Outcome;
  readonly ids: Ids;
}

function missingIds(ids: Ids): Ids {
  return Object.fromEntries(Object.keys(ids).map((type) => [type, randomUUID()]));
}

function upperCase(ids: Ids): Ids {
  return Object.fromEntries(Object.entries(ids).map(([type, id]) => [type, id.toUpperCase()]));
}

/** The object with an id, at any depth. */
function findObject(value: unknown, id: string): Record<string, unknown> | undefined {
  if (Array.isArray(value)) return value.map((item) => findObject(item, id)).find((found) => found !== undefined);
  if (typeof value !== 'object' || value === null) return undefined;
  const object = value as Record<string, unknown>;
  return object.listedId === id ? object : findObject(Object.values(object), id);
}
