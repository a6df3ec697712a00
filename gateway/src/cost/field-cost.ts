import {
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql';
import type { CostRules, ListSize } from './cost-rules.ts';
import { introspectionSizes } from './introspection-sizes.ts';
import type { GivenVariables } from './variables.ts';
import { introspectionFactor, leafWeight, objectWeight, pageWeight } from './weights.ts';

/** Assumed size of a list without `@listSize`; `npm run schema:check` allows none in Lyceum's subgraphs. */
const sizeUnknown = 100;

/** The size of a connection's lists, as stated by the field that returns the connection. */
export interface Sizing {
  readonly fields: readonly string[];
  readonly items: number;
}

/** The cost of one field occurrence, without its subfields. */
export interface FieldCost {
  /** `Course.chapters`. */
  readonly coordinate: string;
  /** Number of values the field returns: the items of a list, else 1. */
  readonly items: number;
  /** Cost in addition to its values. */
  readonly once: number;
  /** For the subfields. */
  readonly sizing: Sizing | null;
  /** The possible types of each value; one or more. */
  readonly values: readonly PossibleValue[];
}

/** A possible type of a value, and the value's own cost. */
export interface PossibleValue {
  /** Null for scalars and enums. */
  readonly type: GraphQLObjectType | null;
  readonly weight: number;
}

/** Creates the function that costs single fields; it returns undefined for fields not in the schema. */
export function createFieldCosts(schema: GraphQLSchema, rules: CostRules) {
  const sizesOfIntrospection = introspectionSizes(schema);
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];

  function definitionOf(parent: GraphQLObjectType, name: string): GraphQLField<unknown, unknown> | undefined {
    if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
    if (roots.includes(parent) && name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (roots.includes(parent) && name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
    return parent.getFields()[name];
  }

  function possibleValue(coordinate: string, type: GraphQLNamedType): PossibleValue {
    const weight = isObjectType(type) ? objectWeight : leafWeight;
    const factor = isIntrospectionType(type) || coordinate.startsWith('__') ? introspectionFactor : 1;
    return {
      type: isObjectType(type) ? type : null,
      weight: rules.weightOf(coordinate) ?? rules.weightOf(type.name) ?? weight * factor,
    };
  }

  return function costOfField(
    field: FieldNode,
    parent: GraphQLObjectType,
    parentSizing: Sizing | null,
    variables: GivenVariables,
  ): FieldCost | undefined {
    const name = field.name.value;
    const definition = definitionOf(parent, name);
    if (!definition) return undefined;
    const coordinate = `${parent.name}.${name}`;
    const type = getNamedType(definition.type);
    const listSize = rules.listSizeOf(coordinate);
    const own = listSize && sizeOf(listSize, field, definition, variables);
    const isSized = listSize !== undefined && listSize.sizedFields.length > 0;

    function items(): number {
      if (!isList(definition?.type)) return 1;
      if (parentSizing?.fields.includes(name)) return parentSizing.items;
      return (isSized ? undefined : own) ?? sizesOfIntrospection.get(coordinate) ?? sizeUnknown;
    }

    return {
      coordinate,
      items: items(),
      once: listSize && listSize.slicingArguments.length > 0 ? pageWeight : 0,
      sizing: isSized ? { fields: listSize.sizedFields, items: own ?? sizeUnknown } : null,
      values: (isAbstractType(type) ? schema.getPossibleTypes(type) : [type]).map((each) =>
        possibleValue(coordinate, each),
      ),
    };
  };
}

export type CostOfField = ReturnType<typeof createFieldCosts>;

/** The largest slicing argument, given or by default, else the assumed size. */
function sizeOf(
  { slicingArguments, assumedSize }: ListSize,
  field: FieldNode,
  definition: GraphQLField<unknown, unknown>,
  variables: GivenVariables,
): number | undefined {
  const given = slicingArguments.flatMap((name) => {
    const written = field.arguments?.find((argument) => argument.name.value === name)?.value;
    const value = written
      ? variables.valueOf(written)
      : definition.args.find((argument) => argument.name === name)?.defaultValue;
    return typeof value === 'number' ? [Math.max(value, 0)] : [];
  });
  return given.length > 0 ? Math.max(...given) : (assumedSize ?? undefined);
}

function isList(type: GraphQLOutputType | undefined): boolean {
  return isNonNullType(type) ? isList(type.ofType) : isListType(type);
}
