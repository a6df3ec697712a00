import DataLoader from 'dataloader';

/**
 * A loader that batches the loads of one tick. It caches nothing: of several mutations in a document, a later one may
 * change what an earlier one loaded.
 * @param load returns the values it finds, by `keyOf`; called with every key once
 * @param otherwise the value of a key that was not found; throwing fails only that key
 * @param keyOf distinguishes keys that are not strings
 * @example batch((ids) => users.findMany(manager, ids).then(byId), () => null)
 */
export function batch<Key, Value, Missing>(
  load: (keys: readonly Key[]) => Promise<ReadonlyMap<unknown, Value>>,
  otherwise: (key: Key) => Missing,
  keyOf: (key: Key) => unknown = (key) => key,
): DataLoader<Key, Value | Missing> {
  return new DataLoader<Key, Value | Missing>(
    async (keys) => {
      const distinct = new Map(keys.map((key) => [keyOf(key), key]));
      const found = await load([...distinct.values()]);
      return keys.map((key) => found.get(keyOf(key)) ?? valueOrError(() => otherwise(key)));
    },
    { cache: false },
  );
}

function valueOrError<Value>(give: () => Value): Value | Error {
  try {
    return give();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

export function byId<Id extends string, Value extends { readonly id: Id }>(values: readonly Value[]): Map<Id, Value> {
  return new Map(values.map((value) => [value.id, value]));
}
