import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
/** Every workspace, by its folder. */
const workspaces = ['packages', 'subgraphs']
  .flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`))
  .concat('cli', 'gateway', 'schema', 'tests')
  .filter((workspace) => existsSync(join(root, workspace, 'package.json')));

const guides = ['docs', 'docs/adr'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`),
);

it.each(workspaces)('%s has a README that states its purpose', (workspace) => {
  const readme = join(root, workspace, 'README.md');
  expect({ readme, exists: existsSync(readme) }).toEqual({ readme, exists: true });
});

/** The targets of a document's links within this repository. */
function linksIn(document: string): string[] {
  const text = readFileSync(join(root, document), 'utf8').replace(/```[\s\S]*?```/g, '');
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => String(target))
    .filter((target) => !/^[a-z]+:/.test(target));
}

/** The anchors of a document's headings, as GitHub generates them. */
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
  it.each(['README.md', ...guides, ...workspaces.map((each) => `${each}/README.md`)])(
    'leads somewhere: %s',
    (document) => {
      expect(linksIn(document).filter((target) => leadsNowhere(document, target))).toEqual([]);
    },
  );

  it('is detected as broken if its heading has another name', () => {
    expect(leadsNowhere('README.md', 'docs/cost.md#for-authors-of-subgraphs')).toBe(false);
    expect(leadsNowhere('README.md', 'docs/cost.md#for-authors')).toBe(true);
    expect(leadsNowhere('README.md', 'docs/costs.md')).toBe(true);
  });
});
