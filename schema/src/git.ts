import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../', import.meta.url));

/**
 * The files of `schema/` at a git revision, by their path in that folder; undefined for a file that did not exist.
 * @throws {Error} if the revision is unknown
 */
export function filesAt(revision: string): (path: string) => string | undefined {
  if (git('rev-parse', '--verify', `${revision}^{commit}`) === undefined) {
    throw new Error(`SCHEMA_BASE=${revision} is not a revision of this repository.`);
  }
  return (path) => git('show', `${revision}:./${path}`);
}

function git(...args: string[]): string | undefined {
  try {
    return execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return undefined;
  }
}
