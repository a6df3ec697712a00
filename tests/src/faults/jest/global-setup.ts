import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { provideFaultsResults } from '../environment.ts';

/** Prepares the file that the trials write their results to. */
export default async function globalSetup(): Promise<void> {
  const path = join(await mkdtemp(join(tmpdir(), 'lyceum-faults-results-')), 'results.jsonl');
  await writeFile(path, '');
  provideFaultsResults(path);
}
