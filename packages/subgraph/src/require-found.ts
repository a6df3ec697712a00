import { notFound } from './errors.ts';

/** @throws NOT_FOUND where there is none that the viewer may see */
export function requireFound<Found>(found: Found | null | undefined, what: string, id: string): Found {
  if (found === null || found === undefined) throw notFound(what, id);
  return found;
}
