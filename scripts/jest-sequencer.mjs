import Sequencer from '@jest/test-sequencer';

/** Suites of a few lines that run for minutes: Jest, which goes by the size of files until it knows better, would begin them last. */
const long =
  /(access-table|statements|hostile-operations|equivalence\.property)\.[\w.]*test\.ts$|(kafka|one-process)\.faults\.ts$/;

/** Begins the long suites first, so that no worker is still at one when the others are done. */
export default class LongFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    return [...sorted.filter(({ path }) => long.test(path)), ...sorted.filter(({ path }) => !long.test(path))];
  }
}
