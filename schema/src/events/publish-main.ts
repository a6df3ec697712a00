/** `npm run schema:events`: writes the event catalogue, unless that would break consumers. */
import { argv, stderr, stdout } from 'node:process';
import { readBaseRevision } from '../environment.ts';
import { filesAt } from '../git.ts';
import { findEventBreaks } from './check.ts';
import { generateDeclaredCatalogue } from './declared.ts';
import { writeCatalogue } from './files.ts';

try {
  const catalogue = generateDeclaredCatalogue();
  const before = filesAt(readBaseRevision());
  const faults = findEventBreaks((file) => before(`events/${file}`), catalogue);
  if (faults.length > 0 && !argv.includes('--accept-breaking')) {
    throw new Error(
      `Nothing was written, because consumers would break (--accept-breaking writes anyway):\n  ${faults.join('\n  ')}`,
    );
  }
  writeCatalogue(catalogue);
  stdout.write(`Wrote the ${catalogue.size} files of schema/events/.\n`);
} catch (error) {
  stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
