/** What `npm run test:faults` is given. */
export function faultsEnvironment(): { readonly seed: number; readonly results: string } {
  const { FAULTS_SEED = '1', FAULTS_RESULTS } = process.env;
  const seed = Number(FAULTS_SEED);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new Error(`FAULTS_SEED=${FAULTS_SEED}: expected a whole number.`);
  if (!FAULTS_RESULTS) throw new Error('FAULTS_RESULTS is not set: run the faults by npm run test:faults.');
  return { seed, results: FAULTS_RESULTS };
}

/** Names the file of results to the workers, which inherit this process's environment. */
export function provideFaultsResults(path: string): void {
  process.env.FAULTS_RESULTS = path;
}
