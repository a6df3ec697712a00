import Sequencer from '@jest/test-sequencer';

/** Approximate seconds of long suites: Jest sorts by file size until it has timings, and some short files take long. */
const long = [
  [/(kafka|one-process)\.faults/, 600],
  [/hostile-operations\.integration/, 80],
  [/start-failures\.integration/, 55],
  [/crash\.integration/, 50],
  [/traces-over-kafka\.integration/, 35],
  [/system\/(kafka|resume|alone|events|traces)\.integration/, 25],
  [/(access-table|statements)\.integration/, 25],
  [/equivalence\.property/, 20],
];

function secondsOf({ path }) {
  return long.find(([name]) => name.test(path))?.[1] ?? 10;
}

function longestFirst(tests) {
  return tests.toSorted((one, other) => secondsOf(other) - secondsOf(one) || (one.path < other.path ? -1 : 1));
}

export default class LongFirst extends Sequencer {
  /** Starts the long suites first, so that no worker is still busy with one when the others are done. */
  sort(tests) {
    const isLong = ({ path }) => long.some(([name]) => name.test(path));
    const sorted = super.sort(tests);
    return [...longestFirst(sorted.filter(isLong)), ...sorted.filter((test) => !isLong(test))];
  }

  /** Assigns suites to the least loaded shard. Ignores timings of earlier runs: all shards must agree. */
  shard(tests, { shardIndex, shardCount }) {
    const shards = Array.from({ length: shardCount }, () => ({ seconds: 0, tests: [] }));
    for (const test of longestFirst(tests)) {
      const shortest = shards.reduce((one, other) => (other.seconds < one.seconds ? other : one));
      shortest.seconds += secondsOf(test);
      shortest.tests.push(test);
    }
    return shards[shardIndex - 1].tests;
  }
}
