import {
  buildClientSchema,
  type ConstDirectiveNode,
  type GraphQLSchema,
  getIntrospectionQuery,
  type IntrospectionQuery,
  isUnionType,
  Kind,
  parse,
} from 'graphql';
import type { TestSubgraph } from './test-subgraph.ts';

/** The schema of a subgraph. */
export interface SubgraphSchema {
  /** As clients of the subgraph see it, including federation's fields. */
  readonly schema: GraphQLSchema;
  /** The names of the types with reference resolvers. */
  readonly entities: readonly string[];
}

/** Reads the schema of a running subgraph. */
export async function readSchema(tested: Pick<TestSubgraph, 'send'>): Promise<SubgraphSchema> {
  const introspected = await tested.send<IntrospectionQuery>(getIntrospectionQuery());
  const service = await tested.send<{ _service: { sdl: string } }>('{ _service { sdl } }');
  if (!introspected.data || !service.data) {
    throw new Error(`The subgraph did not return its schema: ${JSON.stringify(introspected.errors ?? service.errors)}`);
  }
  const schema = buildClientSchema(introspected.data);
  const union = schema.getType('_Entity');
  const stubs = stubsIn(service.data._service.sdl);
  const names = isUnionType(union) ? union.getTypes().map(({ name }) => name) : [];
  return { schema, entities: names.filter((name) => !stubs.has(name)) };
}

/** Types that a subgraph only refers to: `@key(fields: "id", resolvable: false)`. */
function stubsIn(sdl: string): Set<string> {
  const names = parse(sdl).definitions.flatMap((definition) =>
    (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION) &&
    (definition.directives ?? []).some(isUnresolvableKey)
      ? definition.name.value
      : [],
  );
  return new Set(names);
}

function isUnresolvableKey({ name, arguments: given = [] }: ConstDirectiveNode): boolean {
  return (
    name.value === 'key' &&
    given.some(
      (argument) =>
        argument.name.value === 'resolvable' && argument.value.kind === Kind.BOOLEAN && !argument.value.value,
    )
  );
}
