import { Kind, type OperationDefinitionNode, type ValueNode, type VariableNode } from 'graphql';

/** The variables of an operation as sent by the client, or their default values; before their types are checked. */
export class GivenVariables {
  readonly #values: ReadonlyMap<string, unknown>;

  constructor(operation: OperationDefinitionNode, given: Readonly<Record<string, unknown>>) {
    this.#values = new Map(
      (operation.variableDefinitions ?? []).map(({ variable: { name }, defaultValue }) => [
        name.value,
        Object.hasOwn(given, name.value) ? given[name.value] : defaultValue && literal(defaultValue),
      ]),
    );
  }

  /** The number or boolean value of an argument; undefined for anything else, and if it is omitted. */
  valueOf(argument: ValueNode | undefined): number | boolean | undefined {
    const value = argument && (argument.kind === Kind.VARIABLE ? this.#variable(argument) : literal(argument));
    return typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
  }

  #variable({ name }: VariableNode): unknown {
    return this.#values.get(name.value);
  }
}

function literal(node: ValueNode): unknown {
  if (node.kind === Kind.INT) return Number(node.value);
  return node.kind === Kind.BOOLEAN ? node.value : undefined;
}
