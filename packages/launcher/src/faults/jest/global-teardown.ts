import { readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { faultsEnvironment } from '../environment.ts';
import { printReport } from '../print-report.ts';
import type { TrialResult } from '../trial.ts';

/** Prints the report of all trials. */
export default async function globalTeardown(): Promise<void> {
  const { results, seed } = faultsEnvironment();
  const lines = (await readFile(results, 'utf8')).split('\n').filter((line) => line !== '');
  await rm(dirname(results), { recursive: true });
  process.stdout.write(
    printReport(
      lines.map((line) => JSON.parse(line) as TrialResult),
      seed,
    ),
  );
}
