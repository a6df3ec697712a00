import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './repository.mjs';

/**
 * Formats files with Biome: longer names change line breaks and the order of imports.
 * @returns Biome's complaints, or null
 */
export function format(files) {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  if (!existsSync(biome)) return 'Biome is not installed: run npm install, and npm run format.';
  const checked = files.filter((file) => /\.(ts|json|graphql)$/.test(file));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [biome, 'check', '--write', '--log-level=error', ...checked],
    { cwd: root, encoding: 'utf8' },
  );
  return status === 0 ? null : `${stdout}${stderr}`.trim();
}
