import { type ConstDirectiveNode, type DocumentNode, Kind } from 'graphql';
import { forEachDirective } from '../supergraph/for-each-directive.ts';
import { directiveNameOf } from '../supergraph/security-features.ts';

/** The number of items that a field returns, according to its `@listSize`. */
export interface ListSize {
  /** Size if no slicing argument is given; null if the directive does not state it. */
  readonly assumedSize: number | null;
  /** Arguments that set the number of items, such as `first`; the largest given one counts. */
  readonly slicingArguments: readonly string[];
  /** Fields of the returned type that contain the list; empty if the field itself is the list. */
  readonly sizedFields: readonly string[];
}

/** The schema's cost directives, by coordinate: `Type` or `Type.field`. */
export interface CostRules {
  /** The `@cost(weight:)` of a type or a field; undefined if there is none. */
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

/** GraphQL coerces a single item to a list of one. */
function stringsArgument(directive: ConstDirectiveNode, name: string): string[] {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  const items = value?.kind === Kind.LIST ? value.values : value ? [value] : [];
  return items.flatMap((item) => (item.kind === Kind.STRING ? [item.value] : []));
}
