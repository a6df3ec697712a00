import {
  type FieldNode,
  type GraphQLCompositeType,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  Kind,
  print,
  type SelectionSetNode,
} from 'graphql';
import type { FieldCollector } from './collect-fields.ts';
import type { SelectedField, Selection } from './selection.ts';

/** Maximum number of fields of an operation that is written out for each type at each position. */
const mostFields = 20_000;

/** A field before it has a planned name. `meaning` is the same number for fields with equal selections. */
interface Unnamed extends Omit<SelectedField, 'plannedName'> {
  readonly meaning: number;
}

/**
 * Writes an operation out: the fields it selects for each possible type at each position of the answer, each under a
 * name that is safe to plan. A name is safe if it means the same for every type at its position (the planner merges
 * fields of one name), and if the planner adds no field of that name itself (keys, required fields).
 */
export function selectFields(options: {
  schema: GraphQLSchema;
  collect: FieldCollector;
  type: GraphQLCompositeType;
  selectionSet: SelectionSetNode;
}): Selection {
  const { schema, collect } = options;
  const reserved = fieldNamesOf(schema);
  const meanings = new Map<string, number>();
  const meaningOf = (text: string): number => {
    const known = meanings.get(text) ?? meanings.size;
    meanings.set(text, known);
    return known;
  };
  const meaningsBelow = new WeakMap<Selection, number>();
  let count = 0;

  function select(type: GraphQLCompositeType, selectionSets: readonly SelectionSetNode[]): Selection {
    const types = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
    const unnamed = types.map((one) => [one.name, selectOn(one, selectionSets)] as const);
    const selection = { ...named(type, unnamed), isBranched: isBranched(type, selectionSets) };
    const text = unnamed.map(([name, fields]) => `${name} ${fields.map(({ meaning }) => meaning).join(' ')}`).join(';');
    meaningsBelow.set(selection, meaningOf(text));
    return selection;
  }

  function selectOn(type: GraphQLObjectType, selectionSets: readonly SelectionSetNode[]): Unnamed[] {
    return [...collect(type, selectionSets)].map(([responseName, nodes]) => {
      count += 1;
      if (count > mostFields) throw tooComplex();
      return selectField(type, responseName, nodes);
    });
  }

  function selectField(type: GraphQLObjectType, responseName: string, nodes: readonly FieldNode[]): Unnamed {
    const [node] = nodes as [FieldNode, ...FieldNode[]];
    const name = node.name.value;
    if (name === '__typename') {
      return { responseName, node, kind: 'typename', below: null, meaning: meaningOf(`${responseName}:__typename`) };
    }
    if (name.startsWith('__')) {
      return {
        responseName,
        node,
        kind: 'introspection',
        below: null,
        meaning: meaningOf(`${responseName}:${print(node)}`),
      };
    }
    const answer = type.getFields()[name]?.type;
    if (!answer) throw new TypeError(`The document is not valid: ${type.name} has no field ${name}`);
    const below = getNamedType(answer);
    const selection = isCompositeType(below)
      ? select(
          below,
          nodes.flatMap(({ selectionSet }) => selectionSet ?? []),
        )
      : null;
    const given = (node.arguments ?? []).map((argument) => print(argument)).sort();
    const text = `${responseName}:${name}(${given.join(',')}):${String(answer)}{${selection ? meaningsBelow.get(selection) : ''}}`;
    return { responseName, node, kind: 'field', below: selection, meaning: meaningOf(text) };
  }

  /** Assigns each meaning of a response name its own planned name: the response name itself if that is safe. */
  function named(
    type: GraphQLCompositeType,
    unnamed: readonly (readonly [string, readonly Unnamed[]])[],
  ): Omit<Selection, 'isBranched'> {
    const all = unnamed.flatMap(([, fields]) => fields);
    const taken = new Set([...reserved, ...all.map(({ responseName }) => responseName)]);
    const meaningsOfName = new Map<string, Set<number>>();
    for (const { responseName, meaning } of all) {
      const known = meaningsOfName.get(responseName);
      if (known) known.add(meaning);
      else meaningsOfName.set(responseName, new Set([meaning]));
    }
    const names = new Map<number, string>();
    function nameOf({ responseName, node, meaning }: Unnamed): string {
      const known = names.get(meaning);
      if (known !== undefined) return known;
      const isOwnName = responseName === node.name.value;
      const isSafe = meaningsOfName.get(responseName)?.size === 1 && (isOwnName || !reserved.has(responseName));
      const name = isSafe ? responseName : fresh(responseName, taken);
      names.set(meaning, name);
      return name;
    }
    const byType = new Map(
      unnamed.map(([typeName, fields]) => [
        typeName,
        fields.map(({ meaning, ...field }) => ({ ...field, plannedName: nameOf({ ...field, meaning }) })),
      ]),
    );
    const byPlannedName = new Map([...byType.values()].flat().map((field) => [field.plannedName, field]));
    return { type, byType, byPlannedName };
  }

  return select(options.type, [options.selectionSet]);
}

function isBranched(type: GraphQLCompositeType, selectionSets: readonly SelectionSetNode[]): boolean {
  if (!isAbstractType(type)) return false;
  const selections = selectionSets.flatMap((selectionSet) => selectionSet.selections);
  return selections.length > 1 && selections.some(({ kind }) => kind !== Kind.FIELD);
}

/** An unused name: `label_1`, `label_2`, … */
function fresh(responseName: string, taken: Set<string>): string {
  // Names that begin with two underscores are reserved by GraphQL.
  const stem = responseName.replace(/^__/, 'x__');
  for (let number = 1; ; number += 1) {
    const name = `${stem}_${number}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

const knownNames = new WeakMap<GraphQLSchema, ReadonlySet<string>>();

/** Names of fields that the planner may add to any selection. */
function fieldNamesOf(schema: GraphQLSchema): ReadonlySet<string> {
  const known = knownNames.get(schema);
  if (known) return known;
  const names = new Set(['__typename']);
  for (const type of Object.values(schema.getTypeMap())) {
    if ('getFields' in type) for (const name of Object.keys(type.getFields())) names.add(name);
  }
  knownNames.set(schema, names);
  return names;
}

function tooComplex(): GraphQLError {
  return new GraphQLError(
    `The operation selects more than ${mostFields} fields, counted for each possible type at their position. Request less, or split it into several operations.`,
    { extensions: { code: 'OPERATION_TOO_COMPLEX', allowed: mostFields, http: { status: 400 } } },
  );
}
