/**
 * Where the repository has to know a subgraph by name. Each edit is one insertion: `isKnown` tells that it was made before,
 * `insert` answers undefined where the text has no place for it, and `otherwise` then says what to write by hand.
 */
export function registrationsOf({ domain, Concept, port, 'concept-kebab': kebab }) {
  const modelFile = `${kebab}/${kebab}.ts`;
  const reference = (path) => `    {\n      "path": "${path}"\n    },\n`;
  const url = `${domain}=http://${domain}:4000/graphql`;
  const importOf = (file) => ({
    file,
    isKnown: (text) => text.includes(`from '@lyceum/${domain}';`),
    insert: (text) =>
      insertSorted(
        text,
        /^import [^;]* from '@lyceum\/([a-z-]+)';\n/gm,
        domain,
        `import { ${domain} } from '@lyceum/${domain}';\n`,
      ),
    otherwise: `import { ${domain} } from '@lyceum/${domain}';`,
  });
  return [
    {
      file: 'packages/contracts/src/ids.ts',
      isKnown: (text) => text.includes(`const ${Concept}Id = `),
      insert: (text) =>
        insertBefore(
          text,
          /^\/\*\*\n \* A new id of the given kind\./m,
          `export const ${Concept}Id = idOf<'${Concept}Id'>();\nexport type ${Concept}Id = z.infer<typeof ${Concept}Id>;\n\n`,
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
    {
      file: 'packages/contracts/src/catalogue.ts',
      isKnown: (text) => text.includes(`'./${domain}.ts'`),
      insert: (text) =>
        insertSorted(
          text,
          /^import (?:type )?\{[^}]+\} from '\.\/([a-z-]+)\.ts';\n/gm,
          domain,
          `import { ${Concept}Created } from './${domain}.ts';\n`,
        ),
      otherwise: `import ${Concept}Created from './${domain}.ts'`,
    },
    {
      file: 'packages/contracts/src/catalogue.ts',
      isKnown: (text) => text.includes(`  ${Concept}Created,\n`),
      insert: (text) => insertBefore(text, /^\];/m, `  ${Concept}Created,\n`),
      otherwise: `add ${Concept}Created to the catalogue`,
    },
    {
      file: 'tsconfig.json',
      isKnown: (text) => text.includes(`"./subgraphs/${domain}"`),
      insert: (text) =>
        insertAfterLast(
          text,
          / {4}\{\n {6}"path": "\.\/subgraphs\/[a-z-]+"\n {4}\},\n/g,
          reference(`./subgraphs/${domain}`),
        ),
      otherwise: `add { "path": "./subgraphs/${domain}" } to the references`,
    },
    {
      file: 'codegen.yml',
      isKnown: (text) => text.includes(`subgraphs/${domain}/src/generated/resolvers.ts`),
      insert: (text) =>
        insertBefore(
          text,
          /^(?: {2}#.*\n)* {2}packages\/launcher\/src\/generated\/operations\.ts:/m,
          [
            `  subgraphs/${domain}/src/generated/resolvers.ts:`,
            `    schema: ['packages/subgraph/src/common.graphql', 'subgraphs/${domain}/src/**/*.graphql']`,
            '    plugins: *plugins',
            '    config:',
            '      <<: *config',
            '      mappers:',
            "        User: '@lyceum/subgraph#EntityReference'",
            `        ${Concept}: ../${modelFile}#${Concept} as ${Concept}Model`,
            '',
          ].join('\n'),
        ),
      otherwise: `add a block for subgraphs/${domain} like that of subgraphs/course, with the mappers User: '@lyceum/subgraph#EntityReference' and ${Concept}: ../${modelFile}#${Concept} as ${Concept}Model`,
    },
    {
      file: 'docker-compose.yml',
      isKnown: (text) => text.includes(url),
      insert: (text) => insertAfterLast(text, /^ {6}SUBGRAPH_URLS: \S+/gm, `,${url}`),
      otherwise: `add ${url} to SUBGRAPH_URLS of the gateway`,
    },
    {
      file: 'docker-compose.yml',
      isKnown: (text) => text.includes(`      ${domain}: { condition: service_healthy }\n`),
      insert: (text) =>
        insertAfterLast(
          text,
          /^ {6}[a-z-]+: \{ condition: service_healthy \}\n/gm,
          `      ${domain}: { condition: service_healthy }\n`,
        ),
      otherwise: `add ${domain}: { condition: service_healthy } to depends_on of the gateway`,
    },
    {
      file: 'docker-compose.yml',
      isKnown: (text) => text.includes(`command: node subgraphs/${domain}/dist/main.js`),
      insert: (text) =>
        insertBefore(
          text,
          /^ {2}postgres:\n {4}image:/m,
          [
            `  ${domain}:`,
            '    <<: *subgraph',
            `    command: node subgraphs/${domain}/dist/main.js`,
            '    environment: *subgraph-environment',
            '\n',
          ].join('\n'),
        ),
      otherwise: `add a service ${domain} like the service course`,
    },
    {
      file: 'packages/launcher/package.json',
      isKnown: (text) => text.includes(`"@lyceum/${domain}"`),
      insert: (text) =>
        insertSorted(text, /^ {4}"@lyceum\/([a-z-]+)": "\*",\n/gm, domain, `    "@lyceum/${domain}": "*",\n`),
      otherwise: `add "@lyceum/${domain}": "*" to the dependencies`,
    },
    {
      file: 'packages/launcher/tsconfig.json',
      isKnown: (text) => text.includes(`"../../subgraphs/${domain}"`),
      insert: (text) =>
        insertAfterLast(
          text,
          / {4}\{\n {6}"path": "\.\.\/\.\.\/subgraphs\/[a-z-]+"\n {4}\},\n/g,
          reference(`../../subgraphs/${domain}`),
        ),
      otherwise: `add { "path": "../../subgraphs/${domain}" } to the references`,
    },
    importOf('packages/launcher/src/launch.ts'),
    {
      file: 'packages/launcher/src/launch.ts',
      isKnown: (text) => text.includes(`start(${domain})`),
      insert: (text) => {
        const call = /^( *)(.*await settle\(\[)([^\]]*)\]\);/m.exec(text);
        if (!call) return undefined;
        const [whole, indent, opening, list] = call;
        const starts = [
          ...list
            .trim()
            .replace(/,$/, '')
            .split(/,\s*(?=start\()/),
          `start(${domain})`,
        ];
        const line = `${indent}${opening}${starts.join(', ')}]);`;
        const lines = [`${indent}${opening}`, ...starts.map((start) => `${indent}  ${start},`), `${indent}]);`];
        return text.replace(whole, () => (line.length <= 120 ? line : lines.join('\n')));
      },
      otherwise: `add start(${domain}) beside start(course)`,
    },
    {
      file: 'packages/launcher/src/launch.ts',
      isKnown: (text) => new RegExp(`Starting [a-z, ]*\\b${domain}\\b`).test(text),
      insert: (text) => replaceOnce(text, /'Starting ([a-z, ]+) and ([a-z]+) …'/, `'Starting $1, $2 and ${domain} …'`),
      otherwise: `name ${domain} in the line of progress that names the subgraphs`,
    },
    importOf('packages/launcher/src/events/domains.ts'),
    {
      file: 'packages/launcher/src/events/domains.ts',
      isKnown: (text) => new RegExp(`return \\[[^\\]]*\\b${domain}\\b`).test(text),
      insert: (text) => replaceOnce(text, /^( *return \[[^\]]+)\]/m, `$1, ${domain}]`),
      otherwise: `add ${domain} to the subgraphs in the list`,
    },
    {
      file: '.env.example',
      isKnown: (text) => text.includes(`${domain} ${port}`),
      insert: (text) => insertAfterLast(text, /alone, identity has [^\n]*/g, `, ${domain} ${port}`),
      otherwise: `say at PORT that ${domain} has ${port} when it runs alone`,
    },
  ];
}

function insertBefore(text, anchor, piece) {
  const found = anchor.exec(text);
  return found ? text.slice(0, found.index) + piece + text.slice(found.index) : undefined;
}

function insertAfterLast(text, anchor, piece) {
  const last = [...text.matchAll(anchor)].at(-1);
  if (!last) return undefined;
  const end = last.index + last[0].length;
  return text.slice(0, end) + piece + text.slice(end);
}

/** Among lines that are in order of the name that the anchor captures. */
function insertSorted(text, anchor, name, piece) {
  const next = [...text.matchAll(anchor)].find(([, other]) => other > name);
  return next ? text.slice(0, next.index) + piece + text.slice(next.index) : insertAfterLast(text, anchor, piece);
}

function replaceOnce(text, anchor, replacement) {
  return anchor.test(text) ? text.replace(anchor, replacement) : undefined;
}
