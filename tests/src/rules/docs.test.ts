import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const guides = ['docs', 'docs/adr'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`),
);

/** The places of this repository that a document links to. */
function linksIn(document: string): string[] {
  const text = readFileSync(join(root, document), 'utf8').replace(/```[\s\S]*?```/g, '');
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => String(target))
    .filter((target) => !/^[a-z]+:/.test(target));
}

/** The anchors of a document's headings, as GitHub makes them. */
function anchorsIn(path: string): string[] {
  return [...readFileSync(path, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    String(heading)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
}

function leadsNowhere(document: string, target: string): boolean {
  const [file = '', anchor] = target.split('#');
  const path = file === '' ? join(root, document) : resolve(root, dirname(document), file);
  return !existsSync(path) || (anchor !== undefined && !anchorsIn(path).includes(anchor));
}

describe('a link in the documentation', () => {
  it.each(['README.md', ...guides])('leads somewhere: %s', (document) => {
    expect(linksIn(document).filter((target) => leadsNowhere(document, target))).toEqual([]);
  });

  it('is found broken where its heading is called otherwise', () => {
    expect(leadsNowhere('README.md', 'docs/cost.md#for-authors-of-subgraphs')).toBe(false);
    expect(leadsNowhere('README.md', 'docs/cost.md#for-authors')).toBe(true);
    expect(leadsNowhere('README.md', 'docs/costs.md')).toBe(true);
  });
});
