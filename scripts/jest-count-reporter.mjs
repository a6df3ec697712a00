import { relative } from 'node:path';

const shown = 10;

/** Ends a run with its slowest suites, and with the one line that CI reads: `123 passed, 0 failed`. */
export default class CountReporter {
  onRunComplete(_contexts, results) {
    const suites = results.testResults.map(({ testFilePath, perfStats: { start, end } }) => ({
      file: relative(process.cwd(), testFilePath),
      seconds: (end - start) / 1000,
    }));
    if (suites.length > shown) {
      const slowest = suites.toSorted((one, other) => other.seconds - one.seconds).slice(0, shown);
      process.stdout.write(`\nThe ${shown} slowest suites:\n`);
      for (const { file, seconds } of slowest) process.stdout.write(`${seconds.toFixed(1).padStart(7)} s  ${file}\n`);
    }
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const tail = skipped > 0 ? `, ${skipped} skipped` : '';
    process.stdout.write(`${results.numPassedTests} passed, ${failed} failed${tail}\n`);
  }
}
