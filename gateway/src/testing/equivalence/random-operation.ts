import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
  isUnionType,
  type OperationTypeNode,
} from 'graphql';
import { ids } from './mock-data.ts';
import { Random } from './random.ts';

export interface RandomOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const literals: Readonly<Record<string, (random: Random) => unknown>> = {
  ID: (random) => random.pick(ids),
  Int: (random) => 1 + random.below(3),
  Float: (random) => 1 + random.below(3),
  String: (random) => random.pick(['one', 'two']),
  Boolean: (random) => random.percent(50),
  DateTime: () => '2026-09-01T08:00:00.000Z',
  EmailAddress: () => 'ada@example.org',
  Decimal: (random) => random.pick(['1.5', '2']),
  SafeInt: (random) => 2 ** 40 + random.below(3),
  Cursor: () => 'cursor',
};

/**
 * Generates an operation for a schema. Its aliases collide with one another in different branches, with names of other
 * fields, and with names that a planner adds. It may be invalid: validate it.
 * @param size approximate number of fields
 */
export function randomOperation(
  schema: GraphQLSchema,
  type: OperationTypeNode,
  seed: number,
  size: number,
): RandomOperation {
  const random = new Random(seed);
  const fragments: string[] = [];
  const definitions = new Map<string, string>();
  const variables: Record<string, unknown> = {};
  let left = size;

  function variable(typeText: string, value: unknown): string {
    const name = `v${definitions.size}`;
    definitions.set(name, typeText);
    variables[name] = value;
    return `$${name}`;
  }

  function condition(): string {
    if (!random.percent(8)) return '';
    const value = random.percent(50);
    return ` @${random.pick(['skip', 'include'])}(if: ${random.percent(50) ? variable('Boolean!', value) : value})`;
  }

  function randomValue(input: GraphQLInputType): unknown {
    if (isNonNullType(input)) return randomValue(input.ofType);
    if (isListType(input)) return Array.from({ length: random.below(3) }, () => randomValue(input.ofType));
    if (isEnumType(input)) return random.pick(input.getValues()).name;
    if (!isInputObjectType(input)) {
      const value = literals[input.name];
      if (!value) throw new TypeError(`The random operations have no values for the scalar ${input.name}: add them`);
      return value(random);
    }
    const fields = Object.values(input.getFields()).filter(
      (field) => isRequiredInputField(field) || random.percent(20),
    );
    return Object.fromEntries(fields.map((field) => [field.name, randomValue(field.type)]));
  }

  /** A value in GraphQL syntax; enum values have no quotes. */
  function literal(input: GraphQLInputType, value: unknown): string {
    if (isNonNullType(input)) return literal(input.ofType, value);
    if (isListType(input)) return `[${(value as unknown[]).map((item) => literal(input.ofType, item)).join(', ')}]`;
    if (isEnumType(input)) return String(value);
    if (!isInputObjectType(input)) return JSON.stringify(value);
    const fields = input.getFields();
    const entries = Object.entries(value as object).map(([name, item]) => {
      const field = fields[name];
      return field ? `${name}: ${literal(field.type, item)}` : '';
    });
    return `{ ${entries.join(', ')} }`;
  }

  function argumentsOf(args: readonly GraphQLArgument[]): string {
    const given = args.filter((argument) => isRequiredArgument(argument) || random.percent(40));
    if (given.length === 0) return '';
    const written = given.map((argument) => {
      const value = randomValue(argument.type);
      return `${argument.name}: ${random.percent(30) ? variable(String(argument.type), value) : literal(argument.type, value)}`;
    });
    return `(${written.join(', ')})`;
  }

  function fieldOn(parent: GraphQLCompositeType, field: GraphQLField<unknown, unknown>, depth: number): string {
    left -= 1;
    const below = getNamedType(field.type);
    const alias = random.percent(35) ? `${aliasFor(parent)}: ` : '';
    const selection = isCompositeType(below) ? ` ${selectionOf(below, depth + 1)}` : '';
    return `${alias}${field.name}${argumentsOf(field.args)}${condition()}${selection}`;
  }

  function aliasFor(parent: GraphQLCompositeType): string {
    const fields = isUnionType(parent) ? ['id'] : Object.keys(parent.getFields());
    return random.percent(50)
      ? random.pick(['id', 'label', 'a', 'title', '_typename', 'label_1'])
      : random.pick(fields);
  }

  function selectionOf(parent: GraphQLCompositeType, depth: number): string {
    const count = depth === 0 ? 1 + random.below(3) : 1 + random.below(4);
    const selections = Array.from({ length: count }, () => selectionOn(parent, depth));
    return `{ ${selections.join(' ')} }`;
  }

  function selectionOn(parent: GraphQLCompositeType, depth: number): string {
    const choice = random.below(100);
    const canDescend = left > 0 && depth < 7;
    if (canDescend && (choice < 20 || (isUnionType(parent) && choice < 85))) {
      const on = conditionType(parent);
      const selection = selectionOf(on, depth + 1);
      if (random.percent(70)) return `... on ${on.name}${condition()} ${selection}`;
      const name = `F${fragments.length}`;
      fragments.push(`fragment ${name} on ${on.name} ${selection}`);
      return `...${name}${condition()}`;
    }
    if (isUnionType(parent) || choice > 94) return random.percent(50) ? '__typename' : 'kind: __typename';
    const fields = Object.values(parent.getFields());
    const leaves = fields.filter(({ type: answer }) => !isCompositeType(getNamedType(answer)));
    const candidates = canDescend ? fields : leaves;
    return candidates.length === 0 ? '__typename' : fieldOn(parent, random.pick(candidates), depth);
  }

  /** A possible type of the objects here: one of the object types, one of their interfaces, or the same type. */
  function conditionType(parent: GraphQLCompositeType): GraphQLCompositeType {
    const possible = isAbstractType(parent) ? schema.getPossibleTypes(parent) : [parent];
    const one = random.pick(possible);
    const interfaces = one.getInterfaces();
    if (random.percent(20)) return parent;
    return interfaces.length > 0 && random.percent(25) ? random.pick(interfaces) : one;
  }

  const root = schema.getRootType(type);
  if (!root) throw new TypeError(`The schema has no ${type}`);
  const selection =
    type === 'subscription'
      ? `{ ${fieldOn(root, random.pick(Object.values(root.getFields())), 0)} }`
      : selectionOf(root, 0);
  const declared = [...definitions].map(([name, typeText]) => `$${name}: ${typeText}`).join(', ');
  const query = `${type} Random${declared ? `(${declared})` : ''} ${selection}\n${fragments.join('\n')}`;
  return { query, variables };
}
