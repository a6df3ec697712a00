import type { Place } from './selections.ts';

/** What an answer has at the places of a selection: how many objects, and how long the longest list is. */
export interface Reached {
  readonly place: Place;
  readonly objects: number;
  readonly longestList: number;
}

/** Follows a selection down the objects that an answer begins with. Leaves, which have no objects, are left out. */
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
