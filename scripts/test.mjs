/**
 * `npm test`: runs the tests of every workspace as turbo tasks, two at a time, on one PostgreSQL and at most one Kafka
 * broker. Unchanged tasks that passed come from turbo's cache. Arguments are passed to turbo: `npm test -- --force`,
 * `-- --filter=@lyceum/auth`.
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describeMachine } from '../tests/src/run/machine.ts';
import { startTestServers } from '../tests/src/run/test-servers.ts';
import { countLine, slowestLines } from './test-results.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const turbo = join(root, 'node_modules/.bin/turbo');
const run = ['run', 'test', 'test:system-1', 'test:system-2', ...process.argv.slice(2)];

process.env.LYCEUM_TEST_MACHINE = await describeMachine();
const tasks = await plan();
for (const { results } of tasks) rmSync(results, { force: true });
const code = await runTasks();
const ended = tasks.map((task) => ({ ...task, ...readResults(task.results) }));
report();
process.exitCode = code === 0 && ended.length > 0 && ended.every(({ failed }) => failed === 0) ? 0 : 1;

/** The tasks of this run, as planned by turbo. */
async function plan() {
  const { stdout } = await promisify(execFile)(turbo, [...run, '--dry=json'], { cwd: root, maxBuffer: 2 ** 27 });
  return JSON.parse(stdout)
    .tasks.filter(({ task, command }) => /^test\b/.test(task) && command !== '<NONEXISTENT>')
    .map(({ taskId, task, directory, cache }) => ({
      taskId,
      isCached: cache.status === 'HIT',
      results: join(root, directory, 'test-results', `${task.replaceAll(':', '-')}.json`),
    }));
}

/** @returns turbo's exit code */
async function runTasks() {
  const servers = tasks.every(({ isCached }) => isCached) ? undefined : await startTestServers();
  try {
    const child = spawn(
      turbo,
      [...run, '--concurrency=2', '--continue=dependencies-successful', '--output-logs=new-only', '--log-order=stream'],
      { cwd: root, stdio: 'inherit' },
    );
    // Ctrl+C reaches turbo too: the servers stop after the tasks.
    process.on('SIGINT', () => {});
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    const [exitCode] = await once(child, 'close');
    return exitCode;
  } finally {
    await servers?.stop();
  }
}

/** A task that ran no test counts as failed. */
function readResults(file) {
  const results = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : { passed: 0, failed: 0, skipped: 0, suites: [] };
  return results.passed + results.failed > 0 ? results : { ...results, failed: 1, isEmpty: true };
}

function report() {
  process.stdout.write(slowestLines(ended.flatMap(({ suites }) => suites)));
  const cached = ended.filter(({ isCached }) => isCached).map(({ taskId }) => taskId);
  if (cached.length > 0) process.stdout.write(`From the cache: ${cached.join(', ')}\n`);
  for (const { taskId, failed, isEmpty } of ended) {
    if (failed > 0) process.stdout.write(`${taskId} ${isEmpty ? 'ran no test' : 'failed'}.\n`);
  }
  const sum = (count) => ended.reduce((total, task) => total + task[count], 0);
  process.stdout.write(`${countLine({ passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') })}\n`);
}
