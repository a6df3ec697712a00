import { isAbstractType } from 'graphql';
import type { Selection } from './selection.ts';

type Path = readonly (string | number)[];

/** The data of an answer with the client's names, in the client's order. */
export function restoreData(selection: Selection, data: unknown): unknown {
  if (data === null || data === undefined) return null;
  if (Array.isArray(data)) return data.map((item) => restoreData(selection, item));
  const object = data as Readonly<Record<string, unknown>>;
  const type = isAbstractType(selection.type) ? String(object.__typename) : selection.type.name;
  const restored: Record<string, unknown> = Object.create(null);
  for (const { responseName, plannedName, kind, below } of selection.byType.get(type) ?? []) {
    const value = object[plannedName];
    if (kind === 'typename') restored[responseName] = type;
    else restored[responseName] = below ? restoreData(below, value) : (value ?? null);
  }
  return restored;
}

/** The path of an error with the client's names. */
export function restorePath(selection: Selection, path: Path): Path {
  let place: Selection | null | undefined = selection;
  return path.map((step) => {
    if (typeof step === 'number') return step;
    const field = place?.byPlannedName.get(step);
    place = field?.below;
    return field?.responseName ?? step;
  });
}
