/** `npm run schema:compose`: writes the contract, unless that would break a registered operation. */
import { writeFileSync } from 'node:fs';
import { argv, stderr, stdout } from 'node:process';
import { findBreaks } from './check.ts';
import { composeContract } from './compose.ts';
import { contractFiles, readCommitted, readOperations } from './files.ts';

try {
  const contract = composeContract();
  const committed = readCommitted();
  const faults = committed.api === '' ? [] : await findBreaks(committed.api, contract.api, readOperations());
  if (faults.length > 0 && !argv.includes('--accept-breaking')) {
    throw new Error(
      `Nothing was written, because clients would break (--accept-breaking writes anyway):\n  ${faults.join('\n  ')}`,
    );
  }
  writeFileSync(contractFiles.supergraph, contract.supergraph);
  writeFileSync(contractFiles.api, contract.api);
  stdout.write('Wrote schema/supergraph.graphql and schema/api.graphql.\n');
} catch (error) {
  stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
