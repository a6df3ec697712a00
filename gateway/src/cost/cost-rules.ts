import { type ConstDirectiveNode, type DocumentNode, Kind } from 'graphql';
import { forEachDirective } from '../supergraph/for-each-directive.ts';
import { directiveNameOf } from '../supergraph/security-features.ts';

/** How many items a field answers, as its `@listSize` says. */
export interface ListSize {
  /** Items where no slicing argument is given; null where the directive does not say. */
  readonly assumedSize: number | null;
  /** Arguments that set the number of items, such as `first`; the largest one given counts. */
  readonly slicingArguments: readonly string[];
  /** Fields of the answered type that are the list; empty where the field is the list itself. */
  readonly sizedFields: readonly string[];
}

/** What the schema says of costs, by coordinate: `Type` or `Type.field`. */
export interface CostRules {
  /** The `@cost(weight:)` of a type or a field; undefined where there is none. */
  weightOf(coordinate: string): number | undefined;
  listSizeOf(coordinate: string): ListSize | undefined;
}

/** Reads `@cost` and `@listSize` from a supergraph. */
export function readCostRules(supergraph: DocumentNode): CostRules {
  const costName = directiveNameOf(supergraph, 'cost');
  const listSizeName = directiveNameOf(supergraph, 'cost', 'listSize');
  const weights = new Map<string, number>();
  const listSizes = new Map<string, ListSize>();

  forEachDirective(supergraph, (coordinate, directive) => {
    if (directive.name.value === costName) weights.set(coordinate, integerArgument(directive, 'weight') ?? 1);
    if (directive.name.value === listSizeName) listSizes.set(coordinate, toListSize(directive));
  });
  return { weightOf: (coordinate) => weights.get(coordinate), listSizeOf: (coordinate) => listSizes.get(coordinate) };
}

function toListSize(directive: ConstDirectiveNode): ListSize {
  return {
    assumedSize: integerArgument(directive, 'assumedSize') ?? null,
    slicingArguments: stringsArgument(directive, 'slicingArguments'),
    sizedFields: stringsArgument(directive, 'sizedFields'),
  };
}

function integerArgument(directive: ConstDirectiveNode, name: string): number | undefined {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.INT ? Number(value.value) : undefined;
}

/** GraphQL takes one item for a list of one. */
function stringsArgument(directive: ConstDirectiveNode, name: string): string[] {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  const items = value?.kind === Kind.LIST ? value.values : value ? [value] : [];
  return items.flatMap((item) => (item.kind === Kind.STRING ? [item.value] : []));
}
