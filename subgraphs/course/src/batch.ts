import DataLoader from 'dataloader';

/**
 * A loader that takes everything asked for at one moment together. It keeps nothing afterwards: of several mutations in
 * a document, a later one may change what an earlier one has loaded.
 * @param load answers what it finds; called with every key once
 * @param otherwise the value of a key that was not found
 */
export function batch<Key, Value, Missing>(
  load: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
  otherwise: (key: Key) => Missing,
): DataLoader<Key, Value | Missing> {
  return new DataLoader<Key, Value | Missing>(
    async (keys) => {
      const found = await load([...new Set(keys)]);
      return keys.map((key) => found.get(key) ?? otherwise(key));
    },
    { cache: false },
  );
}

export function byId<Id extends string, Value extends { readonly id: Id }>(values: readonly Value[]): Map<Id, Value> {
  return new Map(values.map((value) => [value.id, value]));
}
