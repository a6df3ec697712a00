import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const subgraphs = fileURLToPath(new URL('../../../subgraphs/', import.meta.url));

/**
 * Decisions that resolvers must not make: docs/adr/0025. They may call named decisions of the concept
 * (`maySeeAddress`).
 */
const decisions = [
  { pattern: /\b(forbidden|notFound)\(/, instead: 'let the loader or the service refuse' },
  {
    pattern: /\b(hasRight|hasScopes|requireRight|findCourseRoles?)\b/,
    instead: 'check rights in the loader or the service',
  },
  { pattern: /\bviewer\??\.(role|userId)\b/, instead: 'call a function of the concept that decides' },
  { pattern: /\bloaders\.courseRoles\b/, instead: 'use the role in the loader of the object' },
];

const resolvers = readdirSync(subgraphs, { recursive: true, encoding: 'utf8' })
  .filter((file) => /^[\w-]+\/src\/.+\.resolvers\.ts$/.test(file))
  .sort();

/** The decisions in a file of resolvers, each with its line. */
function decisionsIn(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line, index) =>
      decisions
        .filter(({ pattern }) => pattern.test(line))
        .map(({ instead }) => `${index + 1}: ${line.trim()} → ${instead}`),
    );
}

it('finds the resolvers of every subgraph', () => {
  const names = readdirSync(subgraphs, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(new Set(resolvers.map((file) => file.split('/')[0]))).toEqual(new Set(names.map(({ name }) => name)));
});

it.each(resolvers)('%s decides no rights', (file) => {
  expect(decisionsIn(readFileSync(`${subgraphs}${file}`, 'utf8'))).toEqual([]);
});

it.each([
  "if (viewer?.role !== 'ADMIN') return null;",
  "throw forbidden('no');",
  "(await loaders.courseRoles.load(id)) === 'INSTRUCTOR'",
  "hasRight(role, 'exam.edit')",
])('detects a decision: %s', (line) => {
  expect(decisionsIn(line)).toHaveLength(1);
});
