import { existsSync, readdirSync } from 'node:fs';
import { loadTypeDefs } from '@lyceum/subgraph/type-defs';
import { Kind, parse, print } from 'graphql';

const folder = new URL('../../../../subgraphs/', import.meta.url);

/** The SDL of every subgraph folder in the repository, so that a new one is covered automatically. */
export function realSubgraphs(): readonly { readonly name: string; readonly typeDefs: string }[] {
  return readdirSync(folder)
    .filter((name) => existsSync(new URL(`${name}/src/subgraph.ts`, folder)))
    .sort()
    .map((name) => ({ name, typeDefs: print(loadTypeDefs(new URL(`${name}/src/`, folder))) }));
}

/**
 * The types that some subgraph resolves by a key.
 * @throws {TypeError} if a key is not `id`: the mock data support no other
 */
export function entitiesOf(subgraphs: ReturnType<typeof realSubgraphs>): ReadonlySet<string> {
  const entities = new Set<string>();
  for (const { typeDefs } of subgraphs) {
    for (const definition of parse(typeDefs).definitions) {
      if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.OBJECT_TYPE_EXTENSION) continue;
      for (const { name, arguments: given } of definition.directives ?? []) {
        if (name.value !== 'key') continue;
        const fields = given?.find((argument) => argument.name.value === 'fields')?.value;
        if (fields?.kind !== Kind.STRING || fields.value !== 'id') {
          throw new TypeError(`${definition.name.value} has a key that is not "id": teach the mock data about it`);
        }
        entities.add(definition.name.value);
      }
    }
  }
  return entities;
}
