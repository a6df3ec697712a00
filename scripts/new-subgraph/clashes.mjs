import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Refused } from './refused.mjs';
import { read, root, templateFiles } from './repository.mjs';
import { entriesAt } from './yaml-mapping.mjs';

/** What may not name a variable in a module of TypeScript. */
const reserved =
  `arguments async await break case catch class const continue debugger default delete do else enum eval export
  extends false finally for function if implements import in instanceof interface let new null of package private protected
  public return static super switch this throw true try typeof undefined var void while with yield`.split(/\s+/);
const builtInScalars = ['Boolean', 'Float', 'ID', 'Int', 'String'];

/**
 * Refuses names that the repository, the graph or the generated code has already.
 * @throws {Refused} with the first clash
 */
export function refuseClashes(names) {
  const { domain, 'domain-kebab': name, 'concept-kebab': kebab, Concept, Concepts, concept, concepts } = names;
  const places = [`subgraphs/${name}`, `packages/${name}`, name, `packages/contracts/src/${name}.ts`];
  const place = places.find((path) => existsSync(join(root, path)));
  if (place) throw new Refused(`${place} exists already: choose another name for the subgraph.`);
  if (isPureFolder(`subgraphs/${name}/src/${kebab}/`)) {
    throw new Refused(
      `A folder ${kebab} holds pure code alone in every subgraph (.dependency-cruiser.cjs): choose another name for the concept.`,
    );
  }

  const supergraph = read('schema/supergraph.graphql');
  const kinds = ['Input', 'Result', 'Success'].flatMap((kind) => [
    `Create${Concept}${kind}`,
    `Update${Concept}${kind}`,
  ]);
  const services = (entriesAt(read('docker-compose.yml'), ['services']) ?? []).map(({ key }) => key);
  const templates = templateFiles('.ts.template').map(read).flatMap(identifiersOf);
  const composition = ['cli/src/subgraphs.ts'];
  const clashes = [
    ['The graph has the type', [...typesOf(supergraph), ...builtInScalars], [Concept, `${Concept}Conflict`, ...kinds]],
    ['The graph has the query', fieldsOf(supergraph, 'Query'), [concept]],
    ['The graph has the mutation', fieldsOf(supergraph, 'Mutation'), [`create${Concept}`, `update${Concept}`]],
    ['The failures have the field', ['message', 'field', 'current', 'yours'], [concept]],
    ['The contracts have', exportsOfContracts(), [`${Concept}Id`, `${Concept}Created`]],
    ['docker-compose.yml has the service', services, [name]],
    ['Every database has the table', sharedTables(), [names.concept_table]],
    ['Every subgraph has the folder', ['database', 'generated', 'testing'], [kebab]],
    ['The list of subgraphs uses', [...reserved, ...composition.map(read).flatMap(identifiersOf)], [domain]],
    ['The code of a subgraph uses', [...reserved, ...templates], [domain, concept, concepts, Concept, Concepts]],
    [
      'The generated code uses',
      identifiersOf(read('subgraphs/course/src/generated/resolvers.ts')),
      [Concept, Concepts],
    ],
  ];
  for (const [where, existing, wanted] of clashes) {
    const clash = wanted.find((candidate) => existing.includes(candidate));
    if (clash) throw new Refused(`${where} ${clash} already: choose another name.`);
  }
}

/** Whether the rules of imports keep frameworks out of everything in the folder. */
function isPureFolder(folder) {
  const { forbidden } = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs'));
  const rule = forbidden.find(({ name }) => name === 'pure-folders-know-no-framework');
  return new RegExp(rule.from.path).test(`${folder}any-file.ts`);
}

/** Tables that packages put into the database of every subgraph. */
function sharedTables() {
  return ['packages/outbox/src/migrations', 'packages/subgraph/src/stale-tokens']
    .flatMap((folder) => readdirSync(join(root, folder)).map((file) => read(`${folder}/${file}`)))
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

/** Names that stand for themselves in code: no comments, texts, properties or placeholders. */
function identifiersOf(typescript) {
  const code = typescript.replaceAll(/\/\*.*?\*\/|\/\/[^\n]*|'[^'\n]*'|`[^`]*`|\w*\{\{[^}]*\}\}\w*/gs, '');
  return [...code.matchAll(/(?<![.\w])[A-Za-z_]\w*(?!\w|\??:)/g)].map(([name]) => name);
}
