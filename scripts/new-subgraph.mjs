/**
 * `npm run new:subgraph -- media asset`: makes the subgraph media with one concept, asset, as the thinnest complete path from
 * SDL to database, and makes it known where the repository names its subgraphs. docs/adding-a-subgraph.md tells the rest.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { registrationsOf } from './templates/registrations.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const templates = join(root, 'scripts/templates');

/** Words of TypeScript and types of GraphQL that no template happens to use. */
const reserved =
  'debugger default delete do enum export finally for package protected public super void while with yield Int Float'.split(
    ' ',
  );

class Refused extends Error {}

try {
  const names = readNames(process.argv.slice(2));
  refuseClashes(names);
  const made = writeTemplates(names);
  const { edited, byHand } = register(names);
  const formatted = format([...made, ...edited]);
  report(names, { made, edited, byHand, formatted });
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

/** Every form of the two names that the templates use, by placeholder. */
function readNames(words) {
  const [domain, kebab] = words;
  if (words.length !== 2) {
    throw new Refused('Name the subgraph and its first concept: npm run new:subgraph -- media asset');
  }
  if (!/^[a-z]+$/.test(domain)) {
    throw new Refused(`A subgraph is named by one lower-case word, with which its events begin; "${domain}" is none.`);
  }
  if (!/^[a-z]+(-[a-z]+)*$/.test(kebab)) {
    throw new Refused(`A concept is named by lower-case words, such as question-bank; "${kebab}" is not.`);
  }
  const plural = pluralOf(kebab);
  const inWords = kebab.replaceAll('-', ' ');
  const withArticle = `${/^[aeiou]/.test(kebab) && !/^(uni|use|eu|one)/.test(kebab) ? 'an' : 'a'} ${inWords}`;
  return {
    domain,
    Concept: pascal(kebab),
    Concepts: pascal(plural),
    concept: camel(kebab),
    concepts: camel(plural),
    'concept-kebab': kebab,
    'concepts-kebab': plural,
    concept_table: kebab.replaceAll('-', '_'),
    'concept in words': inWords,
    'concepts in words': plural.replaceAll('-', ' '),
    'Concepts in words': capitalised(plural.replaceAll('-', ' ')),
    'a concept': withArticle,
    'A concept': capitalised(withArticle),
    port: nextPort(),
    timestamp: Date.now(),
  };
}

function refuseClashes({ domain, Concept, Concepts, concept, concepts }) {
  const places = [`subgraphs/${domain}`, `packages/${domain}`, domain, `packages/contracts/src/${domain}.ts`];
  const place = places.find((path) => existsSync(join(root, path)));
  if (place) throw new Refused(`${place} exists already: choose another name for the subgraph.`);

  const supergraph = read('schema/supergraph.graphql');
  const kinds = ['Input', 'Result', 'Success'].flatMap((kind) => [
    `Create${Concept}${kind}`,
    `Update${Concept}${kind}`,
  ]);
  const contracts = readdirSync(join(root, 'packages/contracts/src')).map((file) =>
    read(`packages/contracts/src/${file}`),
  );
  const typescript = [...templateFiles('.ts.template'), 'packages/launcher/src/launch.ts'].map(read);
  const clashes = [
    ['The graph has the type', typesOf(supergraph), [Concept, `${Concept}Conflict`, ...kinds]],
    ['The graph has the query', fieldsOf(supergraph, 'Query'), [concept]],
    ['The graph has the mutation', fieldsOf(supergraph, 'Mutation'), [`create${Concept}`, `update${Concept}`]],
    ['The failures have the field', ['message', 'field', 'current', 'yours'], [concept]],
    ['The contracts have', contracts.flatMap(exportsOf), [`${Concept}Id`, `${Concept}Created`]],
    [
      'The code uses',
      [...reserved, ...typescript.flatMap(identifiersOf)],
      [domain, concept, concepts, Concept, Concepts],
    ],
  ];
  for (const [where, existing, wanted] of clashes) {
    const clash = wanted.find((name) => existing.includes(name));
    if (clash) throw new Refused(`${where} ${clash} already: choose another name.`);
  }
}

/** Templates stand where their files will: scripts/templates/subgraphs/domain becomes subgraphs/media. */
function writeTemplates(names) {
  return templateFiles('.template').map((template) => {
    const file = template
      .slice('scripts/templates/'.length, -'.template'.length)
      .replaceAll(/\bdomain\b/g, names.domain)
      .replaceAll(/\bconcepts\b/g, names['concepts-kebab'])
      .replaceAll(/\bconcept\b/g, names['concept-kebab'])
      .replace(/\btimestamp\b/, names.timestamp);
    const text = read(template).replaceAll(/\{\{([^}]+)\}\}/g, (_placeholder, name) => valueAt(name, names));
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text, { flag: 'wx' });
    return file;
  });
}

function valueAt(placeholder, names) {
  const dependency = /^version of (.+)$/.exec(placeholder)?.[1];
  const value = dependency ? dependenciesOfStarter()[dependency] : names[placeholder];
  if (value === undefined) throw new Error(`A template asks for {{${placeholder}}}, which is not known.`);
  return value;
}

function register(names) {
  const edited = new Set();
  const byHand = [];
  for (const { file, isKnown, insert, otherwise } of registrationsOf(names)) {
    const text = read(file);
    if (isKnown(text)) continue;
    const changed = insert(text);
    if (changed === undefined) byHand.push(`${file}: ${otherwise}`);
    else {
      writeFileSync(join(root, file), changed);
      edited.add(file);
    }
  }
  return { edited: [...edited], byHand };
}

/** Longer names break lines elsewhere, and change the order of imports: Biome knows how. */
function format(files) {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  if (!existsSync(biome)) return false;
  const checked = files.filter((file) => /\.(ts|json|graphql)$/.test(file));
  const { status } = spawnSync(process.execPath, [biome, 'check', '--write', '--log-level=error', ...checked], {
    cwd: root,
  });
  return status === 0;
}

function report({ domain }, { made, edited, byHand, formatted }) {
  const lines = [
    'Made',
    ...made.map((file) => `  ${file}`),
    'Edited',
    ...edited.map((file) => `  ${file}`),
    ...(byHand.length > 0 ? ['Edit by hand, as the place was not found', ...byHand.map((what) => `  ${what}`)] : []),
    'Next',
    '  npm install',
    ...(formatted ? [] : ['  npm run format']),
    '  npm run codegen',
    '  npm run schema:compose',
    '  npm run schema:events',
    `  npm run --silent jest -- subgraphs/${domain}`,
    '  npm run check',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  if (byHand.length > 0) process.exitCode = 1;
}

function read(file) {
  return readFileSync(join(root, file), 'utf8');
}

function templateFiles(ending) {
  return readdirSync(templates, { recursive: true })
    .filter((file) => file.endsWith(ending))
    .sort()
    .map((file) => `scripts/templates/${file.replaceAll('\\', '/')}`);
}

/** New subgraphs use what the starter uses. */
function dependenciesOfStarter() {
  return JSON.parse(read('packages/subgraph/package.json')).dependencies;
}

/** One more than the highest port on which a subgraph listens alone. */
function nextPort() {
  const mains = readdirSync(join(root, 'subgraphs'))
    .map((name) => `subgraphs/${name}/src/main.ts`)
    .filter((file) => existsSync(join(root, file)));
  const ports = mains.map((file) => Number(/runAlone\((\d+)/.exec(read(file))?.[1] ?? 0));
  return Math.max(4000, ...ports) + 1;
}

function typesOf(sdl) {
  return [...sdl.matchAll(/^(?:type|interface|union|enum|input|scalar) (\w+)/gm)].map(([, name]) => name);
}

function fieldsOf(sdl, type) {
  const body = new RegExp(`^type ${type}\\b[^{]*\\{\\n(.*?)^\\}`, 'ms').exec(sdl)?.[1] ?? '';
  return [...body.matchAll(/^ {2}(\w+)[(:]/gm)].map(([, name]) => name);
}

function exportsOf(typescript) {
  return [...typescript.matchAll(/^export \w+ (\w+)/gm)].map(([, name]) => name);
}

/** Names that stand for themselves in code: no comments, texts, properties or placeholders. */
function identifiersOf(typescript) {
  const code = typescript.replaceAll(/\/\*.*?\*\/|\/\/[^\n]*|'[^'\n]*'|`[^`]*`|\w*\{\{[^}]*\}\}\w*/gs, '');
  return [...code.matchAll(/(?<![.\w])[A-Za-z_]\w*(?!\w|\??:)/g)].map(([name]) => name);
}

function pluralOf(word) {
  if (/[^aeiou]y$/.test(word)) return word.replace(/y$/, 'ies');
  return /(s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

function pascal(kebab) {
  return kebab.split('-').map(capitalised).join('');
}

function camel(kebab) {
  return kebab.replaceAll(/-([a-z])/g, (_dash, letter) => letter.toUpperCase());
}

function capitalised(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
