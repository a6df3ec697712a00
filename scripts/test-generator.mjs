/**
 * `npm run test:generator`: generates a dozen subgraphs, and more concepts, in a temporary copy of the repository, and
 * runs all checks of the repository on the copy. Ends with `N passed, 0 failed`, and removes the copy.
 */
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Commands } from './commands.mjs';
import { readNames } from './generator/names.mjs';
import { freeDomains, moreConcepts } from './test-generator/domains.mjs';
import { createThroughGateway, withWholeGraph } from './test-generator/whole-graph.mjs';
import { makeWorkingCopy } from './test-generator/working-copy.mjs';

const domains = freeDomains();
const concepts = moreConcepts(domains);
// The copy is made synchronously: a signal is handled afterwards, when there are commands to stop.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => void commands.end());
const { folder, copy, temporary } = makeWorkingCopy(fileURLToPath(new URL('../', import.meta.url)));
const commands = new Commands(copy, temporary);
let passed = 0;
let failed = 0;

try {
  await checkAll();
} catch (error) {
  failed += 1;
  process.stdout.write(`${error.stack}\n`);
} finally {
  await commands.end();
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;

/** Stops at the first failure: later checks depend on earlier ones. */
async function checkAll() {
  await check('the parts of the generator', async () => {
    const output = await commands.run(process.execPath, '--test', '--test-reporter=spec', 'scripts/generator/');
    return countOf(/^ℹ pass (\d+)$/m, output);
  });
  await commitEverything();
  for (const words of domains) {
    await check(`npm run new:subgraph -- ${words.join(' ')}`, () => npm('new:subgraph', '--', ...words));
  }
  for (const words of concepts) {
    await check(`npm run new:concept -- ${words.join(' ')}`, () => npm('new:concept', '--', ...words));
  }
  await commands.run('npm', 'install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund');
  const generators = ['codegen', 'schema:compose', 'schema:events'];
  for (const script of generators) await check(`npm run ${script}`, () => npm(script));
  // Runs alone first: it compiles, and so does schema:check.
  await check('npm run check:types', () => npm('check:types'));
  const checks = ['check:format-and-lint', 'check:imports', 'check:packages', 'check:generated', 'schema:check'];
  await Promise.all(checks.map((script) => check(`npm run ${script}`, () => npm(script))));
  await check('the tests of the generated subgraphs, and of the files that list them', async () => {
    const generated = [...domains.map(([domain]) => `/subgraphs/${domain}/`), '/subgraphs/course/src/trial-'];
    const output = await npm('jest', '--', ...generated, '/packages/contracts/', '/schema/src/graph/descriptions');
    return countOf(/^(\d+) passed, 0 failed$/m, output);
  });
  await checkWholeGraph();
}

function checkWholeGraph() {
  return withWholeGraph(commands, async (send) => {
    for (const words of [...domains, ...concepts]) {
      const names = readNames(words);
      await check(`create${names.Concept} through the gateway`, () => createThroughGateway(send, names));
    }
  });
}

/** The schema is compared with the one committed before the subgraphs were added. */
async function commitEverything() {
  const author = ['-c', 'user.name=Lyceum', '-c', 'user.email=lyceum@localhost', '-c', 'commit.gpgsign=false'];
  await commands.run('git', 'init', '--quiet');
  await commands.run('git', 'add', '--all');
  await commands.run('git', ...author, 'commit', '--quiet', '--no-verify', '--message', 'Before any subgraph');
}

function npm(script, ...words) {
  return commands.run('npm', 'run', '--silent', script, ...words);
}

/** @param run resolves to the number of checks that it made, if there are several */
async function check(what, run) {
  const begin = performance.now();
  const count = await run();
  passed += typeof count === 'number' ? count : 1;
  process.stdout.write(`ok ${what} (${((performance.now() - begin) / 1000).toFixed(1)} s)\n`);
}

function countOf(pattern, output) {
  const count = Number(pattern.exec(output)?.[1] ?? 0);
  if (count === 0) throw new Error(`No test ran:\n${output}`);
  return count;
}
