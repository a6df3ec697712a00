/**
 * `npm run bench -- NAME`: runs one benchmark, prints its ratios and stores them in bench/results/NAME.json. Benchmarks
 * are never part of the tests.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

const names = readdirSync(new URL('.', import.meta.url))
  .filter((file) => file.endsWith('.bench.mjs'))
  .map((file) => file.replace('.bench.mjs', ''));
const [name] = process.argv.slice(2);
if (!name || !names.includes(name)) {
  process.stderr.write(`Name a benchmark: npm run bench -- ${names.join(' | ')}\n`);
  process.exit(1);
}
const { run } = await import(`./${name}.bench.mjs`);
const rows = await run();
console.table(rows);
const results = new URL('results/', import.meta.url);
mkdirSync(results, { recursive: true });
const report = { at: new Date().toISOString(), node: process.version, cpus: cpus().length, rows };
writeFileSync(new URL(`${name}.json`, results), `${JSON.stringify(report, null, 2)}\n`);
