import type DataLoader from 'dataloader';
import { batch, byId } from './batch.ts';

/**
 * A loader of the objects that the viewer may see, by id; null for all others, whether they exist or not.
 * @param find one statement for any number of ids
 * @param maySee decides for one object; its own loads are batched, since it is called for all objects at once
 * @example loadVisible((ids) => notes.findMany(manager, ids), (note) => maySee(note, viewer))
 */
export function loadVisible<Id extends string, Value extends { readonly id: Id }>(
  find: (ids: readonly Id[]) => Promise<readonly Value[]>,
  maySee: (value: Value) => boolean | Promise<boolean>,
): DataLoader<Id, Value | null> {
  return batch<Id, Value, null>(
    async (ids) => {
      const found = await find(ids);
      const visible = await Promise.all(found.map(maySee));
      return byId(found.filter((_value, index) => visible[index]));
    },
    () => null,
  );
}
