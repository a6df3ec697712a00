/** `npm run schema:check`: fails if a contract is inconsistent or stale, or would break its users. */
import { stderr, stdout } from 'node:process';
import { readBaseRevision } from './environment.ts';
import { findEventBreaks } from './events/check.ts';
import { generateDeclaredCatalogue } from './events/declared.ts';
import { findStale, readCatalogue } from './events/files.ts';
import { filesAt } from './git.ts';
import { findBreaks } from './graph/check.ts';
import { composeContract, readSubgraphs } from './graph/compose.ts';
import { findIncompleteConnections } from './graph/connections.ts';
import { readCommitted, readOperations } from './graph/files.ts';
import { findUnsafeForeignFields } from './graph/foreign-fields.ts';
import { findUnsizedLists } from './graph/list-sizes.ts';

try {
  const before = filesAt(readBaseRevision());
  const graph = await checkGraph(before);
  const events = checkEvents(before);
  const faults = [...graph.faults, ...events.faults];
  if (faults.length > 0) throw new Error(`The schema check failed:\n  ${faults.join('\n  ')}`);
  stdout.write(
    `The supergraph composes and is up to date, and all ${graph.operations} registered documents are still valid.\n` +
      `The ${events.files} files of the event catalogue are up to date and compatible.\n`,
  );
} catch (error) {
  stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}

async function checkGraph(before: (path: string) => string | undefined) {
  const contract = composeContract();
  const operations = readOperations();
  const committed = readCommitted();
  const faults = await findBreaks(before('api.graphql') ?? committed.api, contract.api, operations);
  faults.push(
    ...findUnsizedLists(contract.supergraph),
    ...findIncompleteConnections(contract.api),
    ...findUnsafeForeignFields(readSubgraphs()),
  );
  if (committed.supergraph !== contract.supergraph || committed.api !== contract.api) {
    faults.push(
      'schema/supergraph.graphql or schema/api.graphql is stale: run npm run schema:compose and commit them.',
    );
  }
  return { faults, operations: operations.length };
}

function checkEvents(before: (path: string) => string | undefined) {
  const catalogue = generateDeclaredCatalogue();
  const breaks = findEventBreaks((file) => before(`events/${file}`), catalogue);
  const stale = findStale(readCatalogue(), catalogue).map(
    (file) => `schema/events/${file} is stale: run npm run schema:events and commit schema/events/.`,
  );
  return { faults: [...breaks, ...stale], files: catalogue.size };
}
