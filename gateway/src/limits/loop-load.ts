import { performance } from 'node:perf_hooks';

/** Interval in milliseconds over which the load is measured. */
const windowMs = 100;

/** Fraction of recent time that the event loop was busy, from 0 to 1. */
export type LoopLoad = () => number;

/**
 * Measures the load of this process's event loop on demand, at most once per 100 ms.
 * @param measure the busy fraction since its last call
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
