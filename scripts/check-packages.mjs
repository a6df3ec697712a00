/**
 * `npm run check:packages`: the workspaces depend on each other in one direction, and each package.json declares
 * exactly what its workspace imports, and how it is tested. Prints a sentence for each fault, and exits with 1.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Nothing depends on the tests of the whole system: their imports are runtime dependencies. */
const onlyTests = ['tests'];

/** @returns {{ folder: string, name: string, isTested: boolean, shipped: string[], forTests: string[] }[]} */
function readWorkspaces() {
  const { workspaces } = readJson('package.json');
  const folders = workspaces.flatMap((pattern) =>
    pattern.endsWith('/*')
      ? readdirSync(join(root, dirname(pattern))).map((name) => `${dirname(pattern)}/${name}`)
      : pattern,
  );
  return folders
    .filter((folder) => existsSync(join(root, folder, 'package.json')))
    .map((folder) => {
      const { name, scripts = {}, dependencies = {}, devDependencies = {} } = readJson(`${folder}/package.json`);
      return {
        folder,
        name,
        isTested: scripts.test !== undefined,
        shipped: ofThisRepository(dependencies),
        forTests: ofThisRepository(devDependencies),
      };
    });
}

function readJson(path) {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}

function ofThisRepository(dependencies) {
  return Object.keys(dependencies).filter((name) => name.startsWith('@lyceum/'));
}

/** The sources of a workspace, by their path in `src`. */
function sourcesOf(folder) {
  return readdirSync(join(root, folder, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(ts|mjs)$/.test(file),
  );
}

/** The workspaces that a workspace imports: in shipped code, and only in tests. */
function importsOf({ folder, name }) {
  const shipped = new Set();
  const forTests = new Set();
  for (const file of sourcesOf(folder)) {
    const isTest = /\.test\.ts$|^testing\//.test(file) && !onlyTests.includes(folder);
    const text = readFileSync(join(root, folder, 'src', file), 'utf8');
    for (const [, imported] of text.matchAll(/(?:from|import\(|import) ?'(@lyceum\/[\w-]+)/g)) {
      if (imported !== name) (isTest ? forTests : shipped).add(imported);
    }
  }
  return { shipped, forTests: new Set([...forTests].filter((imported) => !shipped.has(imported))) };
}

function faultsOf(workspace) {
  const imports = importsOf(workspace);
  const file = `${workspace.folder}/package.json`;
  const missing = (imported, declared, where) =>
    [...imported].filter((name) => !declared.includes(name)).map((name) => `${file}: add ${name} to ${where}.`);
  const unused = (declared, imported, where, what) =>
    declared
      .filter((name) => !imported.has(name))
      .map((name) => `${file}: take ${name} out of ${where}; ${what} imports it.`);
  const hasTests = sourcesOf(workspace.folder).some((file) => file.endsWith('.test.ts'));
  return [
    ...(hasTests && !workspace.isTested ? [`${file}: add the script test; npm test leaves its tests out.`] : []),
    ...missing(imports.shipped, workspace.shipped, 'dependencies'),
    ...missing(imports.forTests, workspace.forTests, 'devDependencies'),
    ...unused(workspace.shipped, imports.shipped, 'dependencies', 'no shipped code'),
    ...unused(workspace.forTests, imports.forTests, 'devDependencies', 'no test'),
  ];
}

/** A cycle of dependencies through a workspace, or undefined. */
function findCycle(workspaces) {
  const byName = new Map(workspaces.map((workspace) => [workspace.name, workspace]));
  const done = new Set();
  function follow(name, way) {
    if (way.includes(name)) return [...way.slice(way.indexOf(name)), name];
    if (done.has(name)) return undefined;
    const { shipped = [], forTests = [] } = byName.get(name) ?? {};
    for (const next of [...shipped, ...forTests]) {
      const cycle = follow(next, [...way, name]);
      if (cycle) return cycle;
    }
    done.add(name);
    return undefined;
  }
  for (const { name } of workspaces) {
    const cycle = follow(name, []);
    if (cycle) return cycle;
  }
  return undefined;
}

const workspaces = readWorkspaces();
const faults = workspaces.flatMap(faultsOf);
const cycle = findCycle(workspaces);
if (cycle) {
  faults.push(
    `A cycle: ${cycle.join(' → ')}. Move a test that needs both to the upper one, and a helper to src/testing of the package that it tests.`,
  );
}
for (const fault of faults) process.stderr.write(`${fault}\n`);
if (faults.length > 0) process.exitCode = 1;
