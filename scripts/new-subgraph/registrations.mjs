import { editJson, insertAfterLast, insertSorted } from './insert.mjs';
import { appendToList, findList } from './list-literal.mjs';
import { entriesAt, insertAfterEntry, textOf } from './yaml-mapping.mjs';

/**
 * Where the repository has to know a subgraph by name. Each edit is one insertion: `isKnown` tells that it was made before,
 * `insert` answers undefined where the text has no place for it, and `otherwise` then says what to write by hand. The
 * formatter runs afterwards: an edit neither wraps lines nor sorts imports.
 */
export function registrationsOf(names) {
  return [...inContracts(names), ...inCompiler(names), ...inCodegen(names), ...inContainers(names), ...inCli(names)];
}

function inContracts({ 'domain-kebab': domain, Concept }) {
  const catalogue = /\bconst catalogue\b[^=]*=\s*/;
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
      otherwise: `declare and export ${Concept}Id, const and type, like the ids that are there`,
    },
    {
      file: 'packages/contracts/src/index.ts',
      isKnown: (text) => text.includes(`'./${domain}.ts'`),
      insert: (text) =>
        insertSorted(text, /^export \* from '\.\/([a-z-]+)\.ts';\n/gm, domain, `export * from './${domain}.ts';\n`),
      otherwise: `add export * from './${domain}.ts';`,
    },
    importInto('packages/contracts/src/catalogue.ts', `${Concept}Created`, `./${domain}.ts`),
    {
      file: 'packages/contracts/src/catalogue.ts',
      isKnown: (text) => findList(text, catalogue)?.elements.includes(`${Concept}Created`) ?? false,
      insert: (text) => appendToList(text, catalogue, `${Concept}Created`),
      otherwise: `add ${Concept}Created to the catalogue`,
    },
  ];
}

function inCompiler({ 'domain-kebab': domain }) {
  return [
    referenceIn('tsconfig.json', `./subgraphs/${domain}`),
    referenceIn('cli/tsconfig.json', `../subgraphs/${domain}`),
  ];
}

function inCodegen({ 'domain-kebab': domain, Concept, 'concept-kebab': kebab }) {
  const resolvers = `subgraphs/${domain}/src/generated/resolvers.ts`;
  const mappers = [
    "User: '@lyceum/subgraph#EntityReference'",
    `${Concept}: ../${kebab}/${kebab}.ts#${Concept} as ${Concept}Model`,
  ];
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
          ...mappers.map((mapper) => `        ${mapper}`),
        ]);
      },
      otherwise: `add a block for subgraphs/${domain} like that of subgraphs/course, with the mappers ${mappers.join(' and ')}`,
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
      isKnown: (text) => findList(text, listed)?.elements.includes(`use(${domain})`) ?? false,
      insert: (text) => appendToList(text, listed, `use(${domain})`),
      otherwise: `add use(${domain}) beside use(course)`,
    },
  ];
}

function importInto(file, name, from) {
  const statement = `import { ${name} } from '${from}';`;
  return {
    file,
    isKnown: (text) => text.includes(` from '${from}';`),
    insert: (text) => insertAfterLast(text, /^import [^;]*;\n/gm, `${statement}\n`),
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
        const subgraphs = path.slice(0, path.lastIndexOf('/') + 1);
        const last = references.findLastIndex((reference) => String(reference.path).startsWith(subgraphs));
        references.splice(last < 0 ? references.length : last + 1, 0, { path });
      }),
    otherwise: `add { "path": "${path}" } to the references`,
  };
}
