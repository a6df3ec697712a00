import { appendFileSync } from 'node:fs';
import type { Findings } from './audit.ts';
import { faultsEnvironment } from './environment.ts';
import type { TrialResult } from './trial.ts';

/** What the run plays; another seed plays another story. */
export const { seed } = faultsEnvironment();

/** Keeps a line for the report that ends the run. */
export function keepResult(result: TrialResult): void {
  appendFileSync(faultsEnvironment().results, `${JSON.stringify(result)}\n`);
}

/** What a trial must come to. */
export const soundFindings: Findings = { lost: [], doubled: [], unfounded: [] };
