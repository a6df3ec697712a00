import type { Place } from './selections.ts';

/** What an answer contains at each place of a selection: the number of objects, and the length of the longest list. */
export interface Reached {
  readonly place: Place;
  readonly objects: number;
  readonly longestList: number;
}

/** Follows a selection down from the root objects of an answer. Leaves, which have no objects, are skipped. */
export function reachedIn(roots: readonly unknown[], places: readonly Place[]): Reached[] {
  const reached: Reached[] = [];
  let objects = roots.filter(isObject);
  for (const place of places) {
    const { key } = place;
    if (key === null) {
      objects = objects.filter(({ __typename }) => __typename === place.narrowsTo);
      reached.push({ place, objects: objects.length, longestList: 0 });
      continue;
    }
    const values = objects.map((object) => object[key]);
    const lists = values.filter(Array.isArray);
    objects = values.flat().filter(isObject);
    reached.push({ place, objects: objects.length, longestList: Math.max(0, ...lists.map(({ length }) => length)) });
  }
  return reached;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
