import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Findings } from './audit.ts';
import { Deadline } from './deadline.ts';
import { faultsEnvironment } from './environment.ts';
import type { SharedSite } from './shared-site.ts';
import type { Site } from './site.ts';
import { runTrial, type Trial } from './trial.ts';

/** What the run plays; another seed plays another story. */
export const { seed, results } = faultsEnvironment();

/** What a trial must come to. */
export const soundFindings: Findings = { lost: [], doubled: [], unfounded: [] };

/** Below jest's limit (`jest.faults.config.mjs`) by what it takes to stop a site: a trial ends within its test. */
const trialWithinMs = 200_000;

/**
 * Runs a trial, keeps its line for the report that ends the run, and expects that nothing was lost or doubled.
 * @param inject makes faults happen; resolves when they have, with how many they were, or with anything else where it was one
 */
export async function prove<Kind extends Site>(
  shared: SharedSite<Kind>,
  fault: string,
  times: number,
  inject: (trial: Trial<Kind>) => Promise<unknown>,
): Promise<void> {
  const deadline = new Deadline(trialWithinMs);
  let folder = 'none, as it was not opened';
  try {
    const site = await deadline.wait('the site to open', () => shared.open());
    folder = site.folder;
    const result = await runTrial({
      ...{ site, fault, times, seed, deadline },
      inject: async (trial) => countOf(await inject(trial)),
      abandon: () => shared.abandon(),
    });
    appendFileSync(results, `${JSON.stringify(result)}\n`);
    writeFileSync(join(folder, 'findings.json'), JSON.stringify(result.findings, null, 2));
    expect(result.findings).toEqual(soundFindings);
    expect(result.injected).toBeGreaterThanOrEqual(times);
  } catch (error) {
    deadline.end();
    await shared.abandon();
    process.stderr.write(`"${fault}" failed. The files of its site: ${folder}\n`);
    throw error;
  }
}

function countOf(answer: unknown): number {
  return typeof answer === 'number' ? answer : 1;
}
