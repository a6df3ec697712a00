/**
 * `npm run test:node -- 24`: runs the product, the demo and the tests that need no database on another major version of Node,
 * which npm fetches into a temporary folder. Ends with `N passed, 0 failed`, and leaves nothing behind.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Commands } from './commands.mjs';

const major = process.argv[2];
if (!/^\d+$/.test(major ?? '')) {
  process.stderr.write('Usage: npm run test:node -- MAJOR, such as 24\n');
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'lyceum-on-node-'));
const temporary = join(folder, 'tmp');
mkdirSync(temporary);
// As root, PostgreSQL runs as another user, who has to enter the folders.
for (const path of [folder, temporary]) chmodSync(path, 0o711);
const commands = new Commands(fileURLToPath(new URL('../', import.meta.url)), temporary);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => void commands.end());
let passed = 0;
let failed = 0;

try {
  const version = await fetchNode();
  await check(`npm start and npm run demo on Node ${version}`, playDemo);
  await check(`the tests that need no database on Node ${version}`, testWithoutDatabase);
} catch (error) {
  failed += 1;
  process.stdout.write(`${error.stack}\n`);
} finally {
  await commands.end();
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;

/** Puts the newest Node of that major version first on the path of the commands to come. @returns its version */
async function fetchNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const options = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', folder];
  await commands.run('npm', 'install', ...options, `node-${platform}-${process.arch}@${major}`);
  const { environment } = commands;
  environment.PATH = `${join(folder, 'node_modules', '.bin')}${delimiter}${environment.PATH}`;
  const version = (await commands.run('npm', 'exec', '--call', 'node --print process.versions.node')).trim();
  if (version.split('.')[0] !== major) throw new Error(`Node ${version} runs, not ${major}.`);
  return version;
}

/** Starts everything on an embedded PostgreSQL, plays the demo against it, and ends it as Ctrl-C does. */
async function playDemo() {
  let output = '';
  let found;
  const ready = new Promise((resolve) => {
    found = resolve;
  });
  const lyceum = commands.start(['npm', 'start'], {
    environment: { PORT: '0', LYCEUM_DATA_DIR: join(temporary, 'data') },
    onOutput(text) {
      output += text;
      const url = /^ *GraphQL +(http\S+)$/m.exec(output)?.[1];
      if (url) found(url);
    },
  });
  commands.environment.LYCEUM_URL = await Promise.race([
    ready,
    lyceum.exit.then((code) => Promise.reject(new Error(`Lyceum ended with ${code}:\n${output}`))),
  ]);
  await commands.run('npm', 'run', '--silent', 'demo');
  process.kill(-lyceum.child.pid, 'SIGINT');
  await lyceum.exit;
  if (!/^Stopped\. /m.test(output)) throw new Error(`Lyceum did not stop:\n${output}`);
}

/** By their names: tests that use a database, a broker or processes are `*.integration.test.ts`. */
async function testWithoutDatabase() {
  const output = await commands.run(
    ...['npm', 'run', '--silent', 'jest', '--', '--testPathIgnorePatterns', '\\.integration\\.test\\.ts$'],
  );
  const count = Number(/^(\d+) passed, 0 failed$/m.exec(output)?.[1] ?? 0);
  if (count === 0) throw new Error(`No test ran:\n${output}`);
  return count;
}

/** @param run resolves to the number of checks that it made, where there are several */
async function check(what, run) {
  const begin = performance.now();
  const count = await run();
  passed += typeof count === 'number' ? count : 1;
  process.stdout.write(`ok ${what} (${((performance.now() - begin) / 1000).toFixed(1)} s)\n`);
}
