import { editJson, insertAfterLast, insertSorted } from './insert.mjs';
import { appendToList, findList } from './list-literal.mjs';
import { versionOf } from './repository.mjs';
import { entriesAt, insertAfterEntry, textOf } from './yaml-mapping.mjs';

/**
 * The places where the repository lists subgraphs. Each edit is one insertion: `isKnown` returns whether it was made
 * before, `insert` returns undefined if the text has no place for it, and `otherwise` then says what to write by hand.
 * The formatter runs afterwards: an edit neither wraps lines nor sorts imports.
 */
export function registrationsOfSubgraph(names) {
  return [...inCompiler(names), ...inCodegen(names), ...inContainers(names), ...inCli(names)];
}

/** The places where a subgraph and the contracts list concepts. */
export function registrationsOfConcept(names) {
  return [...inContracts(names), ...inMappers(names), ...inSubgraph(names), ...(names.feed ? ofFeed(names) : [])];
}

function inContracts({ 'events-kebab': events, Concept, feed }) {
  const catalogue = /\bconst catalogue\b[^=]*=\s*/;
  const definitions = feed ? [`${Concept}Created`, `${Concept}Changed`] : [`${Concept}Created`];
  return [
    {
      file: 'packages/contracts/src/ids.ts',
      isKnown: (text) => new RegExp(`\\bconst ${Concept}Id\\b`).test(text),
      insert: (text) =>
        insertAfterLast(
          text,
          /^export type (\w+)\s*=\s*z\.infer<\s*typeof \1\s*>;\n/gm,
          `\nexport const ${Concept}Id = idOf<'${Concept}Id'>();\nexport type ${Concept}Id = z.infer<typeof ${Concept}Id>;\n`,
        ),
      otherwise: `declare and export ${Concept}Id, const and type, like the existing ids`,
    },
    {
      file: 'packages/contracts/src/index.ts',
      isKnown: (text) => text.includes(`'./${events}.ts'`),
      insert: (text) =>
        insertSorted(text, /^export \* from '\.\/([a-z-]+)\.ts';\n/gm, events, `export * from './${events}.ts';\n`),
      otherwise: `add export * from './${events}.ts';`,
    },
    importInto('packages/contracts/src/catalogue.ts', definitions.join(', '), `./${events}.ts`),
    ...definitions.map((definition) => inList('packages/contracts/src/catalogue.ts', catalogue, definition)),
  ];
}

/** Where a subgraph combines its concepts. */
function inSubgraph({
  'domain-kebab': domain,
  'concept-kebab': kebab,
  'concepts-kebab': kebabs,
  Concept,
  Concepts,
  concept,
  concepts,
  timestamp,
  feed,
}) {
  const source = `subgraphs/${domain}/src`;
  const returned = /\breturn\s+(?=\{)/;
  const own = `./${kebab}/${kebab}`;
  const service = feed
    ? `${concept}Service: new ${Concept}Service(runtime.dataSource, runtime.openFeed(${concept}Feed), runtime.outbox)`
    : `${concept}Service: new ${Concept}Service(runtime.outbox)`;
  const migration = `Create${Concepts}${timestamp}`;
  return [
    importInto(`${source}/services.ts`, `${Concept}Service`, `${own}.service.ts`),
    inList(`${source}/services.ts`, returned, service),
    importInto(`${source}/loaders.ts`, `create${Concept}Loader`, `${own}.loader.ts`),
    inList(`${source}/loaders.ts`, returned, `${concepts}: create${Concept}Loader(dataSource, viewer)`),
    importInto(`${source}/subgraph.ts`, `${concept}Resolvers`, `${own}.resolvers.ts`),
    inList(`${source}/subgraph.ts`, /\bresolvers:\s*/, `${concept}Resolvers`),
    importInto(`${source}/database/index.ts`, `${Concept}Entity`, `../${kebab}/${kebab}.entity.ts`),
    inList(`${source}/database/index.ts`, /\bconst entities = /, `${Concept}Entity`),
    importInto(`${source}/database/index.ts`, migration, `./migrations/${timestamp}-create-${kebabs}.ts`),
    inList(`${source}/database/index.ts`, /\bconst migrations = /, migration),
    importInto(`${source}/testing/index.ts`, `${concept}Access, ${concept}Seeds`, `./${kebab}.ts`),
    inList(`${source}/testing/index.ts`, /\bconst accessRules = /, `${concept}Access`),
    inList(`${source}/testing/index.ts`, /\bconst statementSeeds = /, `${concept}Seeds`),
  ];
}

function ofFeed({ 'domain-kebab': domain, 'concept-kebab': kebab, concept }) {
  const source = `subgraphs/${domain}/src`;
  const feeds = /\bfeeds:\s*/;
  const depends = (group, name, version) => ({
    file: `subgraphs/${domain}/package.json`,
    isKnown: (text) => text.includes(`"${name}"`),
    insert: (text) =>
      editJson(text, (manifest) => {
        const entries = Object.entries({ ...manifest[group], [name]: version });
        manifest[group] = Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
      }),
    otherwise: `add "${name}": "${version}" to ${group}`,
  });
  return [
    importInto(`${source}/services.ts`, `${concept}Feed`, `./${kebab}/${kebab}.feed.ts`),
    importInto(`${source}/subgraph.ts`, `${concept}Feed`, `./${kebab}/${kebab}.feed.ts`),
    {
      file: `${source}/subgraph.ts`,
      isKnown: (text) => findList(text, feeds)?.elements.includes(`${concept}Feed`) ?? false,
      insert: (text) =>
        findList(text, feeds)
          ? appendToList(text, feeds, `${concept}Feed`)
          : insertAfterLast(text, /^ {2}migrations,\n/gm, `  feeds: [${concept}Feed],\n`),
      otherwise: `add feeds: [${concept}Feed] to the definition`,
    },
    depends('dependencies', '@lyceum/live', '*'),
    depends('dependencies', 'zod', versionOf('zod')),
    depends('devDependencies', '@lyceum/client', '*'),
    referenceIn(`subgraphs/${domain}/tsconfig.json`, '../../packages/live'),
  ];
}

/** Maps the GraphQL type of the concept to its model, in the mappers of its subgraph. */
function inMappers({ 'domain-kebab': domain, 'concept-kebab': kebab, Concept, feed }) {
  const mappers = ['generates', `subgraphs/${domain}/src/generated/resolvers.ts`, 'config', 'mappers'];
  const wanted = [
    [Concept, `../${kebab}/${kebab}.ts#${Concept} as ${Concept}Model`],
    ...(feed ? [[`${Concept}Change`, `../${kebab}/${kebab}.feed.ts#${Concept}Change as ${Concept}ChangeModel`]] : []),
  ];
  return wanted.map(([type, model]) => ({
    file: 'codegen.yml',
    isKnown: (text) => entriesAt(text, mappers)?.some(({ key }) => key === type) ?? false,
    insert(text) {
      const last = entriesAt(text, mappers)?.at(-1);
      return last && insertAfterEntry(text, last, [`${' '.repeat(last.indent)}${type}: ${model}`]);
    },
    otherwise: `add ${type}: ${model} to the mappers of ${domain}`,
  }));
}

function inList(file, anchor, element) {
  const normal = (text) => text.replaceAll(/\s+/g, ' ').replaceAll(/([[({]) | ?,? ([\])}])/g, '$1$2');
  return {
    file,
    isKnown: (text) => findList(text, anchor)?.elements.some((known) => normal(known) === normal(element)) ?? false,
    insert: (text) => appendToList(text, anchor, element),
    otherwise: `add ${element}`,
  };
}

function inCompiler({ 'domain-kebab': domain }) {
  return [
    referenceIn('tsconfig.json', `./subgraphs/${domain}`),
    referenceIn('cli/tsconfig.json', `../subgraphs/${domain}`),
  ];
}

function inCodegen({ 'domain-kebab': domain }) {
  const resolvers = `subgraphs/${domain}/src/generated/resolvers.ts`;
  return [
    {
      file: 'codegen.yml',
      isKnown: (text) => entriesAt(text, ['generates'])?.some(({ key }) => key === resolvers) ?? false,
      insert(text) {
        const last = entriesAt(text, ['generates'])?.findLast(({ key }) =>
          /^subgraphs\/.+\/src\/generated\/resolvers\.ts$/.test(key),
        );
        if (!last || !text.includes('&plugins ') || !text.includes('&config\n')) return undefined;
        return insertAfterEntry(text, last, [
          `  ${resolvers}:`,
          `    schema: ['packages/subgraph/src/common.graphql', 'subgraphs/${domain}/src/**/*.graphql']`,
          '    plugins: *plugins',
          '    config:',
          '      <<: *config',
          '      mappers:',
          "        User: '@lyceum/subgraph#EntityReference'",
        ]);
      },
      otherwise: `add a block for subgraphs/${domain} like that of subgraphs/course, with the mapper of User`,
    },
  ];
}

function inContainers({ 'domain-kebab': domain }) {
  const gatewayWaits = ['services', 'gateway', 'depends_on'];
  return [
    {
      file: 'docker-compose.yml',
      isKnown: (text) => entriesAt(text, gatewayWaits)?.some(({ key }) => key === domain) ?? false,
      insert(text) {
        const last = entriesAt(text, gatewayWaits)?.at(-1);
        return (
          last && insertAfterEntry(text, last, [`${' '.repeat(last.indent)}${domain}: { condition: service_healthy }`])
        );
      },
      otherwise: `add ${domain}: { condition: service_healthy } to depends_on of the gateway`,
    },
    {
      file: 'docker-compose.yml',
      isKnown: (text) => entriesAt(text, ['services'])?.some(({ key }) => key === domain) ?? false,
      insert(text) {
        const last = entriesAt(text, ['services'])?.findLast((entry) =>
          textOf(text, entry).includes('<<: *subgraph\n'),
        );
        if (!last) return undefined;
        return insertAfterEntry(text, last, [
          '',
          `  ${domain}:`,
          '    <<: *subgraph',
          `    command: node subgraphs/${domain}/dist/main.js`,
          '    environment: *subgraph-environment',
        ]);
      },
      otherwise: `add a service ${domain} like the service course`,
    },
  ];
}

function inCli({ domain, 'domain-kebab': name }) {
  const listed = /\breturn\s+(?=\[)/;
  return [
    {
      file: 'cli/package.json',
      isKnown: (text) => text.includes(`"@lyceum/${name}"`),
      insert: (text) =>
        editJson(text, (manifest) => {
          if (!manifest.dependencies) return false;
          const dependencies = Object.entries({ ...manifest.dependencies, [`@lyceum/${name}`]: '*' });
          manifest.dependencies = Object.fromEntries(dependencies.sort(([one], [other]) => (one < other ? -1 : 1)));
        }),
      otherwise: `add "@lyceum/${name}": "*" to the dependencies`,
    },
    importInto('cli/src/subgraphs.ts', domain, `@lyceum/${name}`),
    {
      file: 'cli/src/subgraphs.ts',
      isKnown: (text) => findList(text, listed)?.elements.includes(domain) ?? false,
      insert: (text) => appendToList(text, listed, domain),
      otherwise: `add ${domain} beside course`,
    },
  ];
}

function importInto(file, name, from) {
  const statement = `import { ${name} } from '${from}';`;
  return {
    file,
    isKnown: (text) => text.includes(` from '${from}';`),
    insert: (text) => insertAfterLast(text, /^import [^;]*;\n/gm, `${statement}\n`) ?? `${statement}\n\n${text}`,
    otherwise: `add ${statement}`,
  };
}

function referenceIn(file, path) {
  return {
    file,
    isKnown: (text) => text.includes(`"${path}"`),
    insert: (text) =>
      editJson(text, ({ references }) => {
        if (!Array.isArray(references)) return false;
        const siblings = path.slice(0, path.lastIndexOf('/') + 1);
        const last = references.findLastIndex((reference) => String(reference.path).startsWith(siblings));
        references.splice(last < 0 ? references.length : last + 1, 0, { path });
      }),
    otherwise: `add { "path": "${path}" } to the references`,
  };
}
