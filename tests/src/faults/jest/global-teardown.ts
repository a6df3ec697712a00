import { readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { faultsEnvironment } from '../environment.ts';
import { printReport } from '../print-report.ts';
import type { TrialResult } from '../trial.ts';

/** A whole run that injects fewer has left something out. */
const leastFaults = 200;

/**
 * Prints the report of all trials.
 * @throws {Error} where a whole run has not injected as many faults as it should
 */
export default async function globalTeardown(config: {
  nonFlagArgs: readonly string[];
  testNamePattern?: string;
}): Promise<void> {
  const { results, seed } = faultsEnvironment();
  const lines = (await readFile(results, 'utf8')).split('\n').filter((line) => line !== '');
  await rm(dirname(results), { recursive: true });
  const trials = lines.map((line) => JSON.parse(line) as TrialResult);
  process.stdout.write(printReport(trials, seed));
  const isWhole = config.nonFlagArgs.length === 0 && !config.testNamePattern;
  const injected = trials.reduce((sum, trial) => sum + trial.injected, 0);
  if (isWhole && injected < leastFaults)
    throw new Error(`A whole run injects at least ${leastFaults} faults, not ${injected}.`);
}
