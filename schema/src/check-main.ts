/** `npm run schema:check`: fails where the contract does not compose, is stale, or would break a registered operation. */
import { stderr, stdout } from 'node:process';
import { findBreaks } from './check.ts';
import { composeContract } from './compose.ts';
import { readBaseRevision } from './environment.ts';
import { readApiAt, readCommitted, readOperations } from './files.ts';

try {
  const contract = composeContract();
  const operations = readOperations();
  const committed = readCommitted();
  const base = readBaseRevision();
  const before = readApiAt(base) ?? committed.api;
  const faults = await findBreaks(before, contract.api, operations);
  if (committed.supergraph !== contract.supergraph || committed.api !== contract.api) {
    faults.push(
      'schema/supergraph.graphql or schema/api.graphql is stale: run npm run schema:compose and commit them.',
    );
  }
  if (faults.length > 0) throw new Error(`The schema check failed:\n  ${faults.join('\n  ')}`);
  stdout.write(`The supergraph composes, is fresh, and keeps all ${operations.length} registered documents working.\n`);
} catch (error) {
  stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
