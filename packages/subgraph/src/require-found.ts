import { notFound } from './errors.ts';

/** @throws NOT_FOUND if it does not exist, or the viewer may not see it */
export function requireFound<Found>(found: Found | null | undefined, what: string, id: string): Found {
  if (found === null || found === undefined) throw notFound(what, id);
  return found;
}
