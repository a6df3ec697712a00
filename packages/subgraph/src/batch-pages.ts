import type DataLoader from 'dataloader';
import { batch } from './batch.ts';

/**
 * Loaders of the lists of several parents, one for each requested page: the same page of all parents is loaded
 * together.
 * @param load returns the rows it finds, by parent
 * @param otherwise the page of a parent that was not found; throwing fails only that parent
 * @example const attemptPages = batchPages((examIds, page) => attempts.findPages(manager, examIds, page), () => []);
 *   attemptPages(page).load(examId)
 */
export function batchPages<Parent extends string, Value, Page extends object>(
  load: (parents: readonly Parent[], page: Page) => Promise<ReadonlyMap<Parent, Value>>,
  otherwise: (parent: Parent, page: Page) => Value,
): (page: Page) => DataLoader<Parent, Value> {
  const loaders = new Map<string, DataLoader<Parent, Value>>();
  return (page) => {
    const key = JSON.stringify(page);
    const known = loaders.get(key);
    if (known) return known;
    const loader = batch<Parent, Value, Value>(
      (parents) => load(parents, page),
      (parent) => otherwise(parent, page),
    );
    loaders.set(key, loader);
    return loader;
  };
}
