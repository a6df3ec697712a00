import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type DocumentNode, parse, Source } from 'graphql';

const common = new URL('../src/common.graphql', import.meta.url);

/**
 * Reads a subgraph's SDL: every `.graphql` file below a folder, after the definitions that all subgraphs share.
 * @param folder the subgraph's `src/`; build it from `import.meta.url` as `../src/`, which is right from `dist/` too
 * @throws {GraphQLError} naming file and line of a syntax error
 */
export function loadTypeDefs(folder: URL): DocumentNode {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => new URL(file, folder));
  const documents = [common, ...files].map((file) =>
    parse(new Source(readFileSync(file, 'utf8'), fileURLToPath(file)), { noLocation: false }),
  );
  return {
    kind: documents[0]?.kind,
    definitions: documents.flatMap((document) => document.definitions),
  } as DocumentNode;
}
