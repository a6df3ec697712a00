import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../subgraphs/', import.meta.url));

/** Folders of `src` that are not concepts: used by everything, or by nothing. */
const shared = ['database', 'generated', 'testing'];

/** The concepts of a subgraph that a concept imports, including type imports, with the importing file. */
function importsOf(subgraph: string): Map<string, Map<string, string>> {
  const source = `${root}${subgraph}/src/`;
  const imports = new Map<string, Map<string, string>>();
  for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
    const [concept = '', ...path] = file.split('/');
    if (path.length === 0 || shared.includes(concept) || !file.endsWith('.ts') || file.endsWith('.test.ts')) continue;
    for (const [, other = ''] of readFileSync(`${source}${file}`, 'utf8').matchAll(/from '\.\.\/([\w-]+)\//g)) {
      if (other === concept || shared.includes(other)) continue;
      const known = imports.get(concept) ?? new Map<string, string>();
      imports.set(concept, known.set(other, file));
    }
  }
  return imports;
}

/** The first cycle, as the files that close it; undefined if there is none. */
function circleIn(imports: Map<string, Map<string, string>>): string[] | undefined {
  const done = new Set<string>();
  const visit = (concept: string, path: readonly { concept: string; file: string }[]): string[] | undefined => {
    const start = path.findIndex((step) => step.concept === concept);
    if (start >= 0)
      return path.slice(start).map(({ file }, index, steps) => `${file} → ${steps[index + 1]?.concept ?? concept}`);
    if (done.has(concept)) return undefined;
    for (const [other, file] of imports.get(concept) ?? []) {
      const circle = visit(other, [...path, { concept, file }]);
      if (circle) return circle;
    }
    done.add(concept);
    return undefined;
  };
  for (const concept of imports.keys()) {
    const circle = visit(concept, []);
    if (circle) return circle;
  }
  return undefined;
}

const subgraphs = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());

it.each(subgraphs.map(({ name }) => name))('the concepts of %s have no import cycle', (name) => {
  const circle = circleIn(importsOf(name));
  expect(
    circle && [...circle, 'Move what both need into the lower concept, or pass it as an argument.'],
  ).toBeUndefined();
});

it('detects a cycle, and the files that close it', () => {
  const imports = new Map([
    ['exam', new Map([['bank', 'exam/exam.ts']])],
    ['bank', new Map([['question', 'bank/bank.ts']])],
    ['question', new Map([['bank', 'question/question.loader.ts']])],
  ]);
  expect(circleIn(imports)).toEqual(['bank/bank.ts → question', 'question/question.loader.ts → bank']);
});
