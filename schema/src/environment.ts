import { parseEnvironment } from '@lyceum/environment';
import { z } from 'zod';

/** The revision that a change is compared with; a pull request's target branch, for instance. */
export function readBaseRevision(): string {
  return parseEnvironment(z.object({ SCHEMA_BASE: z.string().default('HEAD') })).SCHEMA_BASE;
}
