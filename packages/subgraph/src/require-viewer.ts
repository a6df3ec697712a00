import type { Viewer } from '@lyceum/auth';
import { unauthenticated } from './errors.ts';

/**
 * The viewer of a field that only signed-in people reach; the schema's directives have refused everyone else before.
 * @throws UNAUTHENTICATED
 */
export function requireViewer(viewer: Viewer | null): Viewer {
  if (!viewer) throw unauthenticated();
  return viewer;
}
