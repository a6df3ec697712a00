/**
 * A task of `npm test`, run in a workspace: runs its suites, and records their results for the summary of the whole
 * run.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('../', import.meta.url));
const workspace = relative(root, process.cwd());
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** The file of the results, listed in turbo.json among the outputs of the task. */
    results: { type: 'string', default: 'test.json' },
    without: { type: 'string' },
    shard: { type: 'string' },
  },
});

const results = join(process.cwd(), 'test-results', values.results);
mkdirSync('test-results', { recursive: true });
rmSync(results, { force: true });

const { status } = spawnSync(
  process.execPath,
  [
    ...['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'],
    '--maxWorkers=1',
    ...(values.without ? [`--testPathIgnorePatterns=/${workspace}/${values.without}/`] : []),
    ...(values.shard ? [`--shard=${values.shard}`] : []),
    '--',
    ...(positionals.length > 0 ? positionals : ['src']).map((folder) => `/${workspace}/${folder}/`),
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, LYCEUM_TEST_RESULTS: results } },
);
process.exitCode = status ?? 1;
