import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { countLine, slowestLines } from './test-results.mjs';

/**
 * Prints the slowest suites and the test count; a task of `npm test` writes them to a file, for the summary of the
 * whole run.
 */
export default class CountReporter {
  onRunComplete(_contexts, run) {
    const results = {
      passed: run.numPassedTests,
      failed: run.numFailedTests + run.numRuntimeErrorTestSuites,
      skipped: run.numPendingTests + run.numTodoTests,
      suites: run.testResults.map(({ testFilePath, perfStats: { start, end } }) => ({
        file: relative(process.cwd(), testFilePath),
        seconds: (end - start) / 1000,
      })),
    };
    const file = process.env.LYCEUM_TEST_RESULTS;
    if (file) writeFileSync(file, JSON.stringify(results));
    else process.stdout.write(`${slowestLines(results.suites)}${countLine(results)}\n`);
  }
}
