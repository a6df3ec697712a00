/**
 * A task of `npm test`, run in a workspace: its suites one after the other, and how they went, for the end of the run.
 * Words go to Jest: a path of suites within the workspace, options. `--results=test-system.json`: where turbo.json has the results.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const workspace = process.cwd();
const words = process.argv.slice(2);
const options = words.filter((word) => word.startsWith('-') && !word.startsWith('--results='));
const paths = words.filter((word) => !word.startsWith('-'));

const [results = 'test.json'] = words.flatMap((word) => /^--results=(.+)$/.exec(word)?.[1] ?? []);
const folder = join(workspace, 'test-results');
mkdirSync(folder, { recursive: true });
rmSync(join(folder, results), { force: true });

const { status } = spawnSync(
  process.execPath,
  [
    ...['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'],
    ...['--maxWorkers=1', ...options],
    ...(paths.length > 0 ? paths : ['src/']).map((path) => `/${relative(root, join(workspace, path))}/`),
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, LYCEUM_TEST_RESULTS: join(folder, results) } },
);
process.exitCode = status ?? 1;
