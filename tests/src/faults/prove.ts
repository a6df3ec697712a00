import { appendFileSync } from 'node:fs';
import type { Findings } from './audit.ts';
import { faultsEnvironment } from './environment.ts';
import type { Site } from './site.ts';
import { runTrial, type Trial } from './trial.ts';

/** What the run plays; another seed plays another story. */
export const { seed, results } = faultsEnvironment();

/** What a trial must come to. */
export const soundFindings: Findings = { lost: [], doubled: [], unfounded: [] };

/**
 * Runs a trial, keeps its line for the report that ends the run, and expects that nothing was lost or doubled.
 * @param inject makes faults happen; resolves when they have, with how many they were, or with anything else where it was one
 */
export async function prove(
  site: Site,
  fault: string,
  times: number,
  inject: (trial: Trial) => Promise<unknown>,
): Promise<void> {
  const result = await runTrial({ site, fault, times, seed, inject: async (trial) => countOf(await inject(trial)) });
  appendFileSync(results, `${JSON.stringify(result)}\n`);
  expect(result.findings).toEqual(soundFindings);
  expect(result.injected).toBeGreaterThanOrEqual(times);
}

function countOf(answer: unknown): number {
  return typeof answer === 'number' ? answer : 1;
}
