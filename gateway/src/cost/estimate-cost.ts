import {
  type DocumentNode,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
} from 'graphql';
import { BoundedSums } from './bounded-sums.ts';
import type { CostRules } from './cost-rules.ts';
import { createFieldCosts, type FieldCost, type Sizing } from './field-cost.ts';
import { createSelectionReader } from './selected-fields.ts';
import { GivenVariables } from './variables.ts';
import { mutationWeight } from './weights.ts';

/** An upper bound on the cost of an operation, provided that lists have the sizes stated in the schema. */
export interface CostEstimate {
  /** Rounded up to an integer. */
  readonly estimated: number;
  /** The costliest fields, each with its total cost over all its occurrences; computed on demand. */
  costliest(count: number): readonly CostlyField[];
}

export interface CostlyField {
  /** A schema coordinate: `Course.chapters`. */
  readonly field: string;
  readonly cost: number;
}

export type EstimateCost = (
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
) => CostEstimate;

/** Maximum number of steps in the search for the costliest fields; the rest is not counted. */
const mostSteps = 2_000;

/**
 * Creates the function that estimates operations before planning.
 *
 * The formula is the static cost of Apollo's demand control
 * (https://www.apollographql.com/docs/graphos/routing/security/demand-control), which follows IBM's cost directives
 * (https://ibm.github.io/graphql-specs/cost-spec.html):
 *
 *     cost(field) = once + items × (weight + sum of cost(selected subfield))
 *
 * `items` is 1, or the size of the list by `@listSize`. `weight` is 1 for an object, 0.1 for a scalar or an enum value,
 * or the value of `@cost`. `once` is 50 for a page and 10 for a root field of a mutation. If a value may have several
 * types, the costliest counts. A field selected twice counts twice, even if both selections are merged in the answer.
 *
 * A selection set is costed once for each object type and each inherited size, so fragments that expand to billions of
 * fields take no longer than their text. The document must be valid.
 */
export function createCostEstimator(schema: GraphQLSchema, rules: CostRules): EstimateCost {
  const costOfField = createFieldCosts(schema, rules);

  return (document, operation, given) => {
    const variables = new GivenVariables(operation, given);
    const read = createSelectionReader(schema, document, variables);
    const known = new Map<SelectionSetNode, Map<string, number>>();
    const root = rootOf(schema, operation);

    function costOfSelection(set: SelectionSetNode, type: GraphQLObjectType, sizing: Sizing | null): number {
      const costs = known.get(set) ?? new Map<string, number>();
      known.set(set, costs);
      const key = sizing ? `${type.name} ${sizing.items} ${sizing.fields}` : type.name;
      let cost = costs.get(key);
      if (cost === undefined) {
        const { fields, fragments } = read(set, type);
        cost =
          sum(fields.map((field) => totalOf(field, type, sizing))) +
          sum(fragments.map((fragment) => costOfSelection(fragment, type, sizing)));
        costs.set(key, cost);
      }
      return cost;
    }

    function totalOf(field: FieldNode, parent: GraphQLObjectType, parentSizing: Sizing | null): number {
      const own = costOfField(field, parent, parentSizing, variables);
      return own ? own.once + own.items * costliestValue(field, own).cost + extraOf(parent) : 0;
    }

    /** The costliest possible type of a field's value, including its selected subfields. */
    function costliestValue({ selectionSet }: FieldNode, { values, sizing }: FieldCost) {
      let costliest = { type: null as GraphQLObjectType | null, weight: 0, cost: 0 };
      for (const { type, weight } of values) {
        const cost = weight + (selectionSet && type ? costOfSelection(selectionSet, type, sizing) : 0);
        if (cost >= costliest.cost) costliest = { type, weight, cost };
      }
      return costliest;
    }

    /** Root fields of a mutation cost more than their values. */
    function extraOf(parent: GraphQLObjectType): number {
      return parent === root && operation.operation === OperationTypeNode.MUTATION ? mutationWeight : 0;
    }

    function costliest(count: number): CostlyField[] {
      const sums = new BoundedSums(mostSteps);
      function walk(set: SelectionSetNode, type: GraphQLObjectType, sizing: Sizing | null, times: number): void {
        const { fields, fragments } = read(set, type);
        for (const field of fields) {
          const own = costOfField(field, type, sizing, variables);
          if (!own) continue;
          const value = costliestValue(field, own);
          if (!sums.add(own.coordinate, times * (own.once + own.items * value.weight) + extraOf(type))) return;
          if (field.selectionSet && value.type) walk(field.selectionSet, value.type, own.sizing, times * own.items);
        }
        for (const fragment of fragments) if (!sums.isFull) walk(fragment, type, sizing, times);
      }
      if (root) walk(operation.selectionSet, root, null, 1);
      return sums.largest(count).map(([field, cost]) => ({ field, cost: whole(cost) }));
    }

    return { estimated: root ? whole(costOfSelection(operation.selectionSet, root, null)) : 0, costliest };
  };
}

function rootOf(schema: GraphQLSchema, { operation }: OperationDefinitionNode): GraphQLObjectType | undefined {
  return schema.getRootType(operation) ?? undefined;
}

function sum(costs: readonly number[]): number {
  return costs.reduce((total, cost) => total + cost, 0);
}

/** Sums of tenths are inexact: an excess of a billionth is not rounded up. */
function whole(cost: number): number {
  return Math.min(Math.ceil(cost - 1e-9), Number.MAX_SAFE_INTEGER);
}
