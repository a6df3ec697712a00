import { performance } from 'node:perf_hooks';

/** Milliseconds over which the load is measured. */
const windowMs = 100;

/** How much of the time lately the event loop was at work, from 0 to 1. */
export type LoopLoad = () => number;

/**
 * Measures the load of this process's event loop when it is asked, at most once in 100 ms.
 * @param measure the share of the time at work since it was last called
 */
export function createLoopLoad(
  measure: () => number = measureEventLoop(),
  now: () => number = () => performance.now(),
): LoopLoad {
  let load = 0;
  let measuredAt = now();
  return () => {
    const at = now();
    if (at - measuredAt >= windowMs) {
      load = measure();
      measuredAt = at;
    }
    return load;
  };
}

function measureEventLoop(): () => number {
  let last = performance.eventLoopUtilization();
  return () => {
    const current = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(current, last);
    last = current;
    return utilization;
  };
}
