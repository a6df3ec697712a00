import { parseEnvironment } from '@lyceum/environment';
import { z } from 'zod';

/** The git revision to compare a change with, such as a pull request's target branch. */
export function readBaseRevision(): string {
  return parseEnvironment(z.object({ SCHEMA_BASE: z.string().default('HEAD') })).SCHEMA_BASE;
}
