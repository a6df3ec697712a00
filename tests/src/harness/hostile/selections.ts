import {
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { argumentsOf, type Seeds } from './arguments.ts';
import { type Step, stepsFrom } from './paths.ts';

/** The inputs for building selections. */
export interface Making {
  readonly schema: GraphQLSchema;
  readonly seeds: Seeds;
  /** The size of every page. */
  readonly first: number;
}

/** A selection along a path, with a given selection at its end. */
export function selectAlong(path: readonly Step[], end: string, making: Making): string {
  return path.reduceRight((inner, step) => `${head(step, making)} { ${inner} }`, end);
}

function head(step: Step, { first, seeds }: Making): string {
  return step.kind === 'on' ? `... on ${step.to.name}` : `${step.field.name}${argumentsOf(step.field, first, seeds)}`;
}

/** The scalars and enums of a type; `__typename` if it has none. */
export function leavesOf(type: GraphQLNamedType): string[] {
  if (!isObjectType(type) && !isInterfaceType(type)) return ['__typename'];
  const leaves = Object.values(type.getFields()).filter(
    (field) => isLeafType(getNamedType(field.type)) && !field.args.some(isRequiredArgument),
  );
  return leaves.length > 0 ? leaves.map(({ name }) => name) : ['__typename'];
}

/** The same selections under this many aliases. */
export function aliased(selections: readonly string[], times: number): string {
  return Array.from({ length: times }, (_, index) =>
    selections.map((selection, place) => `f${index}x${place}: ${selection}`).join(' '),
  ).join(' ');
}

/** Every field of a type, and of the types below, to a depth or until this many fields are selected. */
export function selectEverything(
  type: GraphQLNamedType,
  depth: number,
  budget: { fields: number },
  making: Making,
): string {
  const selections: string[] = [];
  for (const leaf of leavesOf(type)) {
    if (budget.fields <= 0) break;
    budget.fields -= 1;
    selections.push(leaf);
  }
  if (depth > 1) {
    for (const step of stepsFrom(making.schema, type)) {
      if (budget.fields <= 1) break;
      if (step.kind === 'field') budget.fields -= 1;
      selections.push(`${head(step, making)} { ${selectEverything(step.to, depth - 1, budget, making)} }`);
    }
  }
  return ['__typename', ...selections].join(' ');
}
