import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { generateSigningKey } from '@lyceum/auth';
import type { SubgraphDefinition } from '@lyceum/subgraph';
import { allSubgraphs } from '../../../cli/src/subgraphs.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folders = readdirSync(`${root}subgraphs`, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();
const read = (file: string) => readFileSync(root + file, 'utf8');
const namedIn = (file: string, pattern: RegExp) => [...read(file).matchAll(pattern)].map(([, name]) => name).sort();

let definitions: readonly SubgraphDefinition[];

beforeAll(async () => {
  definitions = allSubgraphs({ signingKey: await generateSigningKey(), openRoles: [], accounts: [] });
});

test('the list used by start, the event tools and the tests contains every subgraph', () => {
  expect(definitions.map(({ name }) => name).sort()).toEqual(folders);
});

test.each([
  ['codegen.yml', /^ {2}subgraphs\/([\w-]+)\/src\/generated\/resolvers\.ts:/gm],
  ['docker-compose.yml', /command: node subgraphs\/([\w-]+)\/dist\/main\.js/g],
  ['tsconfig.json', /"\.\/subgraphs\/([\w-]+)"/g],
])('%s lists the same', (file, pattern) => {
  expect(namedIn(file, pattern)).toEqual(folders);
});

test('every subgraph has its own port', () => {
  const ports = definitions.map(({ port }) => port);
  expect(new Set(ports).size).toBe(ports.length);
});
