import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Refused } from './refused.mjs';
import { filesIn, read, root, templateFiles } from './repository.mjs';
import { entriesAt } from './yaml-mapping.mjs';

/** Words that cannot name a variable in a TypeScript module. */
const reserved =
  `arguments async await break case catch class const continue debugger default delete do else enum eval export
  extends false finally for function if implements import in instanceof interface let new null of package private protected
  public return static super switch this throw true try typeof undefined var void while with yield`.split(/\s+/);
const builtInScalars = ['Boolean', 'Float', 'ID', 'Int', 'String'];

/** Refuses clashing names of a new subgraph and its first concept. @throws {Refused} with the first clash */
export function refuseClashes(names) {
  refuseClashesOfSubgraph(names);
  refuseClashesOfConcept({ 'events-kebab': names['domain-kebab'], ...names });
}

/**
 * Refuses a name of a subgraph that already exists in the repository.
 * @throws {Refused} with the first clash
 */
function refuseClashesOfSubgraph({ domain, 'domain-kebab': name }) {
  const places = [`subgraphs/${name}`, `packages/${name}`, name, `packages/contracts/src/${name}.ts`];
  const place = places.find((path) => existsSync(join(root, path)));
  if (place) throw new Refused(`${place} exists already: choose another name for the subgraph.`);
  const services = (entriesAt(read('docker-compose.yml'), ['services']) ?? []).map(({ key }) => key);
  refuse([
    ['docker-compose.yml has the service', services, [name]],
    ['The list of subgraphs uses', [...reserved, ...identifiersOf(read('cli/src/subgraphs.ts'))], [domain]],
    ['The code of a subgraph uses', [...reserved, ...identifiersOfTemplates()], [domain]],
  ]);
}

/** @throws {Refused} if there is no such subgraph */
export function requireSubgraph({ 'domain-kebab': name }) {
  if (existsSync(join(root, `subgraphs/${name}/src/subgraph.ts`))) return;
  const known = readdirSync(join(root, 'subgraphs')).join(', ');
  throw new Refused(`There is no subgraph ${name}; there are ${known}. create one with npm run new:subgraph.`);
}

/**
 * Refuses a name of a concept that already exists in the repository, the graph or the generated code.
 * @throws {Refused} with the first clash
 */
export function refuseClashesOfConcept(names) {
  const {
    'domain-kebab': name,
    'concept-kebab': kebab,
    'events-kebab': events,
    Concept,
    Concepts,
    concept,
    concepts,
  } = names;
  const place = [`subgraphs/${name}/src/${kebab}`, `packages/contracts/src/${events}.ts`].find((path) =>
    existsSync(join(root, path)),
  );
  if (place) throw new Refused(`${place} exists already: choose another name for the concept.`);
  if (isPureFolder(`subgraphs/${name}/src/${kebab}/`)) {
    throw new Refused(
      `A folder ${kebab} is reserved for pure code in every subgraph (.dependency-cruiser.cjs): choose another name for the concept.`,
    );
  }
  const supergraph = read('schema/supergraph.graphql');
  const kinds = ['Input', 'Result', 'Success'].flatMap((kind) => [
    `Create${Concept}${kind}`,
    `Update${Concept}${kind}`,
  ]);
  const types = [Concept, `${Concept}Conflict`, `${Concept}Change`, ...kinds];
  const constants = [`${Concept}Id`, `${Concept}Created`, `${Concept}Changed`];
  refuse([
    ['The graph has the type', [...typesOf(supergraph), ...builtInScalars], types],
    ['The graph has the query', fieldsOf(supergraph, 'Query'), [concept]],
    ['The graph has the mutation', fieldsOf(supergraph, 'Mutation'), [`create${Concept}`, `update${Concept}`]],
    ['The graph has the subscription', fieldsOf(supergraph, 'Subscription'), [`${concept}Changed`]],
    ['The failures have the field', ['message', 'field', 'current', 'yours'], [concept]],
    ['The contracts have', exportsOfContracts(), constants],
    ['Every database has the table', sharedTables(), [names.concept_table]],
    ['Every subgraph has the folder', ['database', 'generated', 'testing'], [kebab]],
    ['The code of a subgraph uses', [...reserved, ...identifiersOfTemplates()], [concept, concepts, Concept, Concepts]],
    [
      'The generated code uses',
      identifiersOf(read('subgraphs/course/src/generated/resolvers.ts')),
      [Concept, Concepts],
    ],
  ]);
}

function refuse(clashes) {
  for (const [where, existing, wanted] of clashes) {
    const clash = wanted.find((candidate) => existing.includes(candidate));
    if (clash) throw new Refused(`${where} ${clash} already: choose another name.`);
  }
}

function identifiersOfTemplates() {
  return ['subgraph', 'concept'].flatMap(templateFiles).filter(isTypeScript).map(read).flatMap(identifiersOf);
}

function isTypeScript(template) {
  return template.endsWith('.ts.template');
}

/** Whether the import rules exclude frameworks from the whole folder. */
function isPureFolder(folder) {
  const { forbidden } = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs'));
  const rule = forbidden.find(({ name }) => name === 'pure-folders-know-no-framework');
  return new RegExp(rule.from.path).test(`${folder}any-file.ts`);
}

/** Tables that packages create in the database of every subgraph. */
function sharedTables() {
  return ['outbox', 'subgraph', 'live', 'roster', 'jobs']
    .flatMap((name) => filesIn(`packages/${name}/src`).filter((file) => /\/create-[\w-]+\.ts$/.test(file)))
    .map(read)
    .flatMap((text) => [...text.matchAll(/CREATE TABLE (\w+)/g)].map(([, table]) => table));
}

function exportsOfContracts() {
  const folder = 'packages/contracts/src';
  return readdirSync(join(root, folder)).flatMap((file) =>
    [...read(`${folder}/${file}`).matchAll(/^export \w+ (\w+)/gm)].map(([, name]) => name),
  );
}

function typesOf(sdl) {
  return [...sdl.matchAll(/^(?:type|interface|union|enum|input|scalar) (\w+)/gm)].map(([, name]) => name);
}

function fieldsOf(sdl, type) {
  const body = new RegExp(`^type ${type}\\b[^{]*\\{\\n(.*?)^\\}`, 'ms').exec(sdl)?.[1] ?? '';
  return [...body.matchAll(/^ {2}(\w+)[(:]/gm)].map(([, name]) => name);
}

/** Identifiers in code: excludes comments, texts, properties and placeholders. */
function identifiersOf(typescript) {
  const code = typescript.replaceAll(/\/\*.*?\*\/|\/\/[^\n]*|'[^'\n]*'|`[^`]*`|\w*\{\{[^}]*\}\}\w*/gs, '');
  return [...code.matchAll(/(?<![.\w])[A-Za-z_]\w*(?!\w|\??:)/g)].map(([name]) => name);
}
