import { randomUUID } from 'node:crypto';
import { type GraphQLField, type GraphQLObjectType, getNamedType, isObjectType } from 'graphql';
import type { TestSubgraph, TestTokens, TestViewer } from '../graph/test-subgraph.ts';
import { readSchema, type SubgraphSchema } from '../schema/read-schema.ts';
import type { AccessRow, Outcome } from './access-table.ts';
import type { AccessRules, AccessWorld, Ids } from './access-world.ts';
import { entityRoutes, type Route, shortSelection, writeArguments } from './documents.ts';
import { outcomeAt, outcomeOf, told } from './outcome.ts';
import { subscriptionOutcome } from './subscription-outcome.ts';

export interface AccessReport {
  /** Coordinates of the schema that the table does not know. */
  readonly withoutRow: readonly string[];
  /** Rows of coordinates that the schema does not have. */
  readonly withoutField: readonly string[];
  /** Who got something else than the table says, and by which route. */
  readonly wrong: readonly string[];
  /** Who can tell something that they may not see from something that is not there. */
  readonly telling: readonly string[];
  /** How many answers were looked at. */
  readonly answers: number;
}

/**
 * Tries every row of a domain's table as every viewer by every route: a field of an entity by `_entities`, by the field of
 * `Query` that takes its id, by alias, by fragment, with the id in upper case, and in lists; mutations and subscriptions with
 * the ids in both cases. What a viewer may not see is compared with what does not exist, by the whole answer.
 */
export async function checkAccess(tested: TestSubgraph, tokens: TestTokens, rules: AccessRules): Promise<AccessReport> {
  const schema = await readSchema(tested);
  const coordinates = new Set(coordinatesOf(schema));
  const known = new Set(rules.table.rows.map(({ coordinate }) => coordinate));
  const check = new AccessCheck(tested, schema, rules, await rules.createWorld(tested, tokens));
  const rows = rules.table.rows.filter(({ coordinate }) => coordinates.has(coordinate));
  for (const row of rows.filter(({ coordinate }) => !coordinate.startsWith('Mutation.'))) await check.row(row);
  for (const row of rows.filter(({ coordinate }) => coordinate.startsWith('Mutation.'))) await check.row(row);
  return {
    withoutRow: [...coordinates].filter((coordinate) => !known.has(coordinate)),
    withoutField: [...known].filter((coordinate) => !coordinates.has(coordinate)),
    wrong: check.wrong,
    telling: check.telling,
    answers: check.answers,
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
  answers = 0;

  constructor(
    private readonly tested: TestSubgraph,
    private readonly schema: SubgraphSchema,
    private readonly rules: AccessRules,
    private readonly world: AccessWorld,
  ) {}

  async row(row: AccessRow): Promise<void> {
    const [typeName = '', fieldName = ''] = row.coordinate.split('.');
    const type = this.schema.schema.getType(typeName);
    const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
    if (!isObjectType(type) || !field) return;
    for (const [viewer, expected] of row.expected) {
      const asking: Asking = { row, type, field, viewer, expected, ids: this.#idsOf(row) };
      if (type === this.schema.schema.getSubscriptionType()) await this.#subscription(asking);
      else if (this.schema.entities.includes(typeName)) await this.#entityField(asking);
      else await this.#rootField(asking);
    }
  }

  #idsOf({ object }: AccessRow): Ids {
    const ids = this.world.objects[object];
    if (!ids && object !== '-') throw new Error(`The table speaks of "${object}", which createWorld does not make.`);
    return ids ?? {};
  }

  #viewer(name: string): TestViewer | undefined {
    if (!(name in this.world.viewers)) throw new Error(`The table speaks of ${name}, whom createWorld does not make.`);
    return this.world.viewers[name];
  }

  #selection({ row, field }: Asking, ids: Ids): string {
    const values = this.rules.arguments[row.coordinate]?.(ids) ?? {};
    return `${field.name}${writeArguments(field, values)} ${shortSelection(field)}`;
  }

  async #entityField(asking: Asking): Promise<void> {
    const { type, ids, expected } = asking;
    const routesOf = (given: Ids) => {
      const id = given[type.name];
      if (id === undefined) throw new Error(`createWorld gives "${asking.row.object}" no ${type.name}.`);
      const root = this.#rootFieldOf(type);
      return entityRoutes({ type, field: asking.field.name, selection: this.#selection(asking, given), id, root });
    };
    const missing = missingIds(ids);
    const routesOfMissing = routesOf({ ...ids, [type.name]: missing[type.name] ?? '' });
    for (const [index, route] of routesOf(ids).entries()) {
      const accepted = acceptedBy(route, expected);
      const outcome = await this.#ask(asking, route, accepted);
      const routeOfMissing = routesOfMissing[index];
      if ((outcome === 'none' || isRefusal(outcome)) && routeOfMissing && hides(accepted)) {
        await this.#compare(asking, route, ids, routeOfMissing, missing);
      }
    }
    for (const list of this.rules.lists[type.name] ?? []) await this.#list(asking, list);
  }

  /** What a list shows is to be seen, and its fields are as by any other route. */
  async #list(asking: Asking, list: string): Promise<void> {
    const { type, field, expected, ids, row, viewer } = asking;
    const selection = `id asked: ${this.#selection(asking, ids)}`;
    const { data } = await this.tested.send<Record<string, unknown>>(
      `{ ${list.replace('SELECTION', selection)} }`,
      {},
      this.#viewer(viewer),
    );
    this.answers += 1;
    const item = findObject(data, String(ids[type.name]));
    if (!item) return;
    const outcome = outcomeOf(item.asked);
    // A list answers null and an error beside it where the field is refused.
    if (outcome === expected || (outcome === 'null' && expected === 'FORBIDDEN')) return;
    this.wrong.push(`${type.name}.${field.name} of ${row.object}, ${viewer}, in ${list}: ${outcome}, not ${expected}`);
  }

  async #rootField(asking: Asking): Promise<void> {
    const { field, type, ids, expected } = asking;
    const operation = type === this.schema.schema.getMutationType() ? 'mutation' : 'query';
    const routeOf = (given: Ids, name: string): Route => ({
      name,
      document: `${operation} { ${this.#rootSelection(asking, given)} }`,
      path: [field.name],
    });
    const missing = missingIds(ids);
    for (const [name, given] of [
      ['direct', ids],
      ...(Object.keys(ids).length > 0 ? [['upper case', upperCase(ids)] as const] : []),
    ] as const) {
      const route = routeOf(given, name);
      const outcome = await this.#ask(asking, route, [expected]);
      if (Object.keys(ids).length > 0 && (outcome === 'null' || outcome === 'NOT_FOUND')) {
        await this.#compare(
          asking,
          route,
          ids,
          routeOf(name === 'direct' ? missing : upperCase(missing), name),
          missing,
        );
      }
    }
  }

  #rootSelection(asking: Asking, ids: Ids): string {
    const { field, row } = asking;
    if (this.rules.arguments[row.coordinate]) return this.#selection(asking, ids);
    const type = getNamedType(field.type);
    const values = field.args.some(({ name }) => name === 'id') ? { id: ids[type.name] } : {};
    return `${field.name}${writeArguments(field, values)} ${shortSelection(field)}`;
  }

  async #subscription(asking: Asking): Promise<void> {
    const { ids, row, viewer, expected } = asking;
    const document = (given: Ids) => `subscription { ${this.#rootSelection(asking, given)} }`;
    const token = this.#viewer(viewer)?.token;
    const missing = missingIds(ids);
    for (const change of [(given: Ids) => given, upperCase]) {
      const { outcome, errors } = await subscriptionOutcome(this.tested.url, document(change(ids)), token);
      this.answers += 1;
      if (outcome !== expected) {
        this.wrong.push(`${row.coordinate} of ${row.object}, ${viewer}, by socket: ${outcome}, not ${expected}`);
      }
      if (outcome !== 'NOT_FOUND') continue;
      const ofMissing = await subscriptionOutcome(this.tested.url, document(change(missing)), token);
      const [shown, shownOfMissing] = [
        told({ data: null, errors }, idsIn(ids)),
        told({ data: null, errors: ofMissing.errors }, idsIn(missing)),
      ];
      if (shown !== shownOfMissing) this.telling.push(`${row.coordinate}, ${viewer}: ${shown}, but ${shownOfMissing}`);
    }
  }

  async #ask({ row, viewer }: Asking, route: Route, accepted: readonly Outcome[]): Promise<string> {
    const answer = await this.tested.send<Record<string, unknown>>(route.document, {}, this.#viewer(viewer));
    this.answers += 1;
    const outcome = outcomeAt(answer, route.path);
    if (!accepted.some((each) => each === outcome)) {
      const detail = answer.errors?.[0]?.message ?? '';
      this.wrong.push(
        `${row.coordinate} of ${row.object}, ${viewer}, by ${route.name}: ${outcome}, not ${accepted.join(' or ')} ${detail}`,
      );
    }
    return outcome;
  }

  async #compare({ row, viewer }: Asking, hidden: Route, ids: Ids, missing: Route, missingOf: Ids): Promise<void> {
    const [ofHidden, ofMissing] = [
      await this.tested.send<Record<string, unknown>>(hidden.document, {}, this.#viewer(viewer)),
      await this.tested.send<Record<string, unknown>>(missing.document, {}, this.#viewer(viewer)),
    ];
    this.answers += 2;
    const [shown, shownOfMissing] = [told(ofHidden, idsIn(ids)), told(ofMissing, idsIn(missingOf))];
    if (shown === shownOfMissing) return;
    this.telling.push(
      `${row.coordinate} of ${row.object}, ${viewer}, by ${hidden.name}: ${shown}, but ${shownOfMissing} where there is none`,
    );
  }

  /** The field of `Query` that answers an entity by its id. */
  #rootFieldOf(type: GraphQLObjectType): string | undefined {
    const fields = Object.values(this.schema.schema.getQueryType()?.getFields() ?? {});
    return fields.find((field) => getNamedType(field.type) === type && field.args.some(({ name }) => name === 'id'))
      ?.name;
  }
}

interface Asking {
  readonly row: AccessRow;
  readonly type: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
  readonly viewer: string;
  readonly expected: Outcome;
  readonly ids: Ids;
}

/** By reference, somebody whom the field of `Query` refuses as such may also find nothing. */
function acceptedBy({ name }: Route, expected: Outcome): Outcome[] {
  const isRefused = expected === 'UNAUTHENTICATED' || expected === 'FORBIDDEN';
  return isRefused && name.startsWith('_entities') ? [expected, 'none'] : [expected];
}

function isRefusal(outcome: string): boolean {
  return outcome === 'UNAUTHENTICATED' || outcome === 'NOT_FOUND';
}

/** Whether what was expected keeps from the viewer that the object is there. */
function hides(accepted: readonly Outcome[]): boolean {
  return accepted.some((outcome) => outcome === 'none' || outcome === 'NOT_FOUND');
}

function missingIds(ids: Ids): Ids {
  return Object.fromEntries(Object.keys(ids).map((type) => [type, randomUUID()]));
}

function upperCase(ids: Ids): Ids {
  return Object.fromEntries(Object.entries(ids).map(([type, id]) => [type, id.toUpperCase()]));
}

/** In the order of their types, so that those of two sets match. */
function idsIn(ids: Ids): string[] {
  return Object.values(ids);
}

/** The object with an id, however deep. */
function findObject(value: unknown, id: string): Record<string, unknown> | undefined {
  if (Array.isArray(value)) return value.map((item) => findObject(item, id)).find((found) => found !== undefined);
  if (typeof value !== 'object' || value === null) return undefined;
  const object = value as Record<string, unknown>;
  return object.id === id ? object : findObject(Object.values(object), id);
}
