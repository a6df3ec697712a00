import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const root = fileURLToPath(new URL('../../../', import.meta.url));

interface ImportRules {
  readonly forbidden: readonly { readonly name: string; readonly from: { readonly path?: string } }[];
}

/** What is pure is said once, where it is held to import no framework. */
function purePattern(): RegExp {
  const rules = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs')) as ImportRules;
  const path = rules.forbidden.find(({ name }) => name === 'pure-folders-know-no-framework')?.from.path;
  if (path === undefined) throw new Error('.dependency-cruiser.cjs does not say what is pure.');
  return new RegExp(path);
}

function pureFiles(): string[] {
  const pure = purePattern();
  return readdirSync(join(root, 'subgraphs'), { recursive: true, encoding: 'utf8' })
    .map((file) => `subgraphs/${file}`)
    .filter((file) => pure.test(file) && !file.endsWith('.test.ts'));
}

/** Types alone leave nothing to run. */
function hasCode(source: string): boolean {
  const { code } = transformSync(source, {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    minify: true,
  });
  return code.replace(/export\s*\{\s*\};?/g, '').trim() !== '';
}

interface Test {
  readonly name: string;
  readonly source: string;
}

/** By its name, or by what it imports. */
function tests(file: string, { name, source }: Test): boolean {
  const stem = basename(file, '.ts');
  return name.startsWith(`${stem}.`) || source.includes(`'./${stem}.ts'`);
}

function testsBeside(file: string): Test[] {
  const folder = join(root, dirname(file));
  const names = readdirSync(folder).filter((name) => name.endsWith('.test.ts'));
  return names.map((name) => ({ name, source: readFileSync(join(folder, name), 'utf8') }));
}

describe('a pure file', () => {
  it('has a test beside it', () => {
    const files = pureFiles();
    expect(files).toContain('subgraphs/assessment/src/attempt/attempt.ts');
    const untested = files.filter(
      (file) => hasCode(readFileSync(join(root, file), 'utf8')) && !testsBeside(file).some((test) => tests(file, test)),
    );
    expect(untested).toEqual([]);
  });

  it.each([
    [
      false,
      "/** Comments and types. */\nimport type { A } from './a.ts';\nexport type B = A;\nexport interface C {}\n",
    ],
    [true, 'export const zero = 0;\n'],
    [true, "export { zero } from './zero.ts';\n"],
  ])('has code to test: %j for %j', (expected, source) => {
    expect(hasCode(source)).toBe(expected);
  });

  it.each([
    [true, { name: 'draw.test.ts', source: '' }],
    [true, { name: 'draw.property.test.ts', source: '' }],
    [true, { name: 'shuffle.test.ts', source: "import { draw } from './draw.ts';" }],
    [false, { name: 'draw-items.test.ts', source: "import { draw } from './redraw.ts';" }],
  ])('is tested: %j by %j', (expected, test) => {
    expect(tests('subgraphs/assessment/src/draw/draw.ts', test)).toBe(expected);
  });
});
