import { defaultLimits } from '@lyceum/gateway';
import { type GraphQLNamedType, type GraphQLSchema, getIntrospectionQuery } from 'graphql';
import type { Seeds } from './arguments.ts';
import { depthOf, reachableTypes, type Step, shortestPath, stepsFrom } from './paths.ts';
import { aliased, leavesOf, type Making, selectAlong, selectEverything } from './selections.ts';

/** An operation that requests as much as possible. */
export interface HostileOperation {
  /** A description for people: `again and again through Lesson.course`. */
  readonly what: string;
  readonly query: string;
  /** As JSON; a string, since some are too deep for JSON.stringify. */
  readonly variables?: string;
}

/** Operations of one kind, largest first: once one is admitted, the rest request less. */
export type Escalation = readonly HostileOperation[];

/** The document limits within which operations stay; beyond them documents are refused by their text. */
const { depth: deepest, rootFields: mostRootFields } = defaultLimits;
const mostFields = defaultLimits.fields - 10;

const pages = [100, 20, 5] as const;

/** The worst operations that can be built from any schema. */
export function hostileOperations(schema: GraphQLSchema, seeds: Seeds): Escalation[] {
  const query = schema.getQueryType();
  if (!query) return [];
  const types = reachableTypes(schema, query);
  const edges = types.flatMap((type) => stepsFrom(schema, type).map((step) => ({ type, step })));
  const making = (first: number): Making => ({ schema, seeds, first });
  return [
    ...edges.flatMap(({ type, step }) => throughCycle(query, type, step, making)),
    ...types.flatMap((type) => byAliases(query, type, making)),
    ...rootSteps(schema).flatMap(({ root, step }) => byRootAliases(root, step, making)),
    ...[3, 4, 6, 10].map((depth) => everything(query, depth, making)),
    ...types.flatMap((type) => byFragments(query, type, making)),
    [{ what: 'the whole schema', query: getIntrospectionQuery() }],
    [introspectionByAliases()],
  ];
}

/** Down to a field and back to its type, as deep as documents may be; then with fewer rounds and smaller pages. */
function throughCycle(
  query: GraphQLNamedType,
  type: GraphQLNamedType,
  step: Step,
  making: (first: number) => Making,
): Escalation[] {
  const { schema } = making(1);
  const down = shortestPath(schema, query, type);
  const back = shortestPath(schema, step.to, type);
  if (!down || step.kind === 'on') return [];
  const start = [...down, step];
  const round = back && [...back, step];
  const rounds = round ? Math.floor((deepest - 1 - depthOf(start)) / depthOf(round)) : 0;
  const operations: HostileOperation[] = [];
  for (let times = Math.max(rounds, 0); times >= 0; times -= 1) {
    const path = [...start, ...Array.from({ length: times }, () => round ?? []).flat()];
    for (const first of pages) {
      const selection = selectAlong(path, leavesOf(step.to).join(' '), making(first));
      operations.push({
        what: `${times} rounds through ${type.name}.${step.field.name}, pages of ${first}`,
        query: `{ ${selection} }`,
      });
    }
  }
  return [operations];
}

/** All fields of a type repeatedly under aliases, at the first place where it is reached. */
function byAliases(query: GraphQLNamedType, type: GraphQLNamedType, making: (first: number) => Making): Escalation[] {
  const path = shortestPath(making(1).schema, query, type);
  if (!path || path.length === 0) return [];
  const leaves = leavesOf(type);
  const most = Math.floor((mostFields - depthOf(path)) / leaves.length);
  const operations = [1, 0.3, 0.1, 0.03].flatMap((share) =>
    pages.map((first) => ({
      what: `${Math.ceil(most * share)} times all fields of ${type.name}, pages of ${first}`,
      query: `{ ${selectAlong(path, aliased(leaves, Math.ceil(most * share)), making(first))} }`,
    })),
  );
  return [operations];
}

/** The same root field as often as documents may have it, each with everything below. */
function byRootAliases(root: 'query' | 'mutation', step: Step, making: (first: number) => Making): Escalation[] {
  if (step.kind === 'on') return [];
  const operations = [mostRootFields, 10, 5, 1].flatMap((times) =>
    pages.map((first) => {
      const each = Array.from({ length: times }, (_, index) => {
        const budget = { fields: Math.floor(mostFields / times) - 2 };
        return `r${index}: ${selectAlong([step], selectEverything(step.to, 4, budget, making(first)), making(first))}`;
      });
      return {
        what: `${times} times ${root} ${step.field.name} with everything below, pages of ${first}`,
        query: `${root} { ${each.join(' ')} }`,
      };
    }),
  );
  return [operations];
}

/** As many fields as documents may have, from all types and subgraphs: hard to plan. */
function everything(query: GraphQLNamedType, depth: number, making: (first: number) => Making): Escalation {
  return [1, 0.5, 0.2, 0.05]
    .map((share) => Math.ceil(mostFields * share))
    .flatMap((fields) =>
      pages.map((first) => ({
        what: `${fields} fields of everything, ${depth} deep, pages of ${first}`,
        query: `{ ${selectEverything(query, depth, { fields }, making(first))} }`,
      })),
    );
}

/** Fragments that spread each other twice: a few lines that expand to as many fields as documents may have. */
function byFragments(query: GraphQLNamedType, type: GraphQLNamedType, making: (first: number) => Making): Escalation[] {
  const { schema } = making(1);
  const path = shortestPath(schema, query, type);
  if (!path || path.length === 0) return [];
  const operations = [30, 8, 6, 4].map((levels) => {
    const fragments = Array.from({ length: levels }, (_, index) => {
      const inner =
        index + 1 < levels ? `...F${index + 1} ... on ${type.name} { ...F${index + 1} }` : leavesOf(type).join(' ');
      return `fragment F${index} on ${type.name} { ${inner} }`;
    });
    return {
      what: `fragments on ${type.name} that unfold ${levels} times`,
      query: `{ ${selectAlong(path, '...F0', making(100))} } ${fragments.join(' ')}`,
    };
  });
  return [operations];
}

function introspectionByAliases(): HostileOperation {
  const each = Array.from(
    { length: mostRootFields },
    (_, index) => `s${index}: __schema { types { name description fields { name description type { name } } } }`,
  );
  return { what: 'the schema repeatedly', query: `{ ${each.join(' ')} }` };
}

function rootSteps(schema: GraphQLSchema) {
  const of = (root: 'query' | 'mutation', type: GraphQLNamedType | null | undefined) =>
    type ? stepsFrom(schema, type).map((step) => ({ root, step })) : [];
  return [...of('query', schema.getQueryType()), ...of('mutation', schema.getMutationType())];
}
