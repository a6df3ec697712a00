import type { Viewer } from '@lyceum/auth';
import { unauthenticated } from './errors.ts';

/**
 * The viewer of a field that requires a sign-in; the schema's directives have already refused anonymous viewers.
 * @throws UNAUTHENTICATED
 */
export function requireViewer(viewer: Viewer | null): Viewer {
  if (!viewer) throw unauthenticated();
  return viewer;
}
