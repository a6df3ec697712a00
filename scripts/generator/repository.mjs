import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** The text of a file, by its path in the repository. */
export function read(file) {
  return readFileSync(join(root, file), 'utf8');
}

/** The templates of a kind, by their paths in the repository. */
export function templateFiles(kind) {
  return filesIn(`scripts/templates/${kind}`).filter((file) => file.endsWith('.template'));
}

/** Every file below a folder, by its path in the repository, in order. */
export function filesIn(folder) {
  return readdirSync(join(root, folder), { recursive: true })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .sort();
}

/** One more than the highest port of a standalone subgraph. */
export function nextPort() {
  const definitions = readdirSync(join(root, 'subgraphs'))
    .map((name) => `subgraphs/${name}/src/subgraph.ts`)
    .filter((file) => existsSync(join(root, file)));
  const ports = definitions.map((file) => Number(/\bport:\s*(\d+)/.exec(read(file))?.[1] ?? 0));
  return Math.max(4000, ...ports) + 1;
}

/** New subgraphs use the versions that the starter uses. */
export function versionOf(dependency) {
  return JSON.parse(read('packages/subgraph/package.json')).dependencies[dependency];
}
