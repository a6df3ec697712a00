import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import type { SubgraphSchema } from '../read-schema.ts';

/** Values of required arguments by the coordinate of their field: `{ 'User.grades': { courseId } }`. */
export type FieldArguments = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A field on the path to a selection. */
export interface Place {
  /** `Exam.attempts`; of an abstract type, `QuestionContent.NumericalContent`. */
  readonly coordinate: string;
  /** Its name in answers; null if it only narrows an abstract type to objects of that type. */
  readonly key: string | null;
  readonly narrowsTo: string | null;
  /** Of objects. */
  readonly isList: boolean;
  readonly isLeaf: boolean;
}

export interface Selection {
  readonly text: string;
  readonly places: readonly Place[];
}

/** The inputs for building selections. */
export interface Making extends SubgraphSchema {
  /** The size of every page. */
  readonly first: number;
  readonly arguments: FieldArguments;
}

/**
 * Every field below a type, each in its own selection: down to the fields of the next entities, and through the types
 * between them. Directly below the type itself, the scalars of an object are selected together.
 */
export function selectionsBelow(type: GraphQLObjectType, making: Making): Selection[] {
  return below(type, making, { entitiesLeft: 1, visited: [type.name] });
}

const onlyNamed: Selection = { text: '__typename', places: [] };

interface Depth {
  readonly entitiesLeft: number;
  readonly visited: readonly string[];
}

function below(type: GraphQLNamedType, making: Making, depth: Depth): Selection[] {
  if (isAbstractType(type)) {
    return making.schema.getPossibleTypes(type).flatMap((member) => {
      const place = {
        coordinate: `${type.name}.${member.name}`,
        key: null,
        narrowsTo: member.name,
        isList: false,
        isLeaf: false,
      };
      return below(member, making, depth).map((inner) => selectionAt(`__typename ... on ${member.name}`, place, inner));
    });
  }
  if (!isObjectType(type)) return [];
  const fields = Object.values(type.getFields()).filter(({ name }) => !name.startsWith('_'));
  const isTop = depth.visited.length === 1;
  const together = isTop ? [] : fields.filter(isPlain);
  const apart = fields.filter((field) => !together.includes(field));
  const plain = together.length > 0 ? [{ text: together.map(({ name }) => name).join(' '), places: [] }] : [];
  return [...plain, ...apart.flatMap((field) => selectionsOf(type, field, making, depth))];
}

/** The scalars of a type, in one selection. */
export function plainSelection(type: GraphQLObjectType): Selection {
  const names = Object.values(type.getFields())
    .filter(isPlain)
    .map(({ name }) => name);
  return { text: ['__typename', ...names].join(' '), places: [] };
}

function isPlain({ type, args }: GraphQLField<unknown, unknown>): boolean {
  return isLeafType(getNamedType(type)) && args.length === 0;
}

/** The selections of one field of a type. */
export function selectionsOf(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  making: Making,
  depth: Depth = { entitiesLeft: 1, visited: [] },
): Selection[] {
  const coordinate = `${type.name}.${field.name}`;
  const to = getNamedType(field.type);
  const place: Place = {
    coordinate,
    key: field.name,
    narrowsTo: null,
    isList: !isLeafType(to) && isList(field.type),
    isLeaf: isLeafType(to),
  };
  const head = `${field.name}${argumentsOf(coordinate, field, making)}`;
  if (isLeafType(to)) return [{ text: head, places: [place] }];
  // An edge's node is the same object as in the connection's nodes, below which everything is selected.
  const isNodeOfEdge = type.name.endsWith('Edge') && field.name === 'node';
  return (isNodeOfEdge ? [onlyNamed] : insideOf(to, making, depth)).map((inner) => selectionAt(head, place, inner));
}

function insideOf(to: GraphQLNamedType, making: Making, { entitiesLeft, visited }: Depth): Selection[] {
  const isEntity = making.entities.includes(to.name);
  if (visited.includes(to.name) || (isEntity && entitiesLeft === 0)) return [onlyNamed];
  return below(to, making, {
    entitiesLeft: isEntity ? entitiesLeft - 1 : entitiesLeft,
    visited: [...visited, to.name],
  });
}

function selectionAt(head: string, place: Place, inner: Selection): Selection {
  return { text: `${head} { ${inner.text} }`, places: [place, ...inner.places] };
}

/** @throws if a required argument has no value */
function argumentsOf(coordinate: string, field: GraphQLField<unknown, unknown>, making: Making): string {
  const given = making.arguments[coordinate] ?? {};
  const values = field.args.flatMap((argument) => {
    if (argument.name in given) return `${argument.name}: ${JSON.stringify(given[argument.name])}`;
    if (argument.name === 'first') return `first: ${making.first}`;
    if (isRequiredArgument(argument)) throw new Error(`Add to the seeds a value for ${coordinate}(${argument.name}:).`);
    return [];
  });
  return values.length > 0 ? `(${values.join(', ')})` : '';
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(getNullableType(type));
}
