import { setTimeout as sleep } from 'node:timers/promises';

/** A machine that is too slow for the rate completes fewer; more in flight would only queue. */
const mostInFlight = 8;

/**
 * Calls work for one event after the other, at a steady pace.
 * @param pace `perSecond`; the numbers of `warmUp` and `counted` events
 * @returns the achieved rate in events per second
 */
export async function steadily({ perSecond, warmUp, counted }, work) {
  const total = warmUp + counted;
  const begin = performance.now();
  const inFlight = new Set();
  const failures = [];
  for (let index = 0; index < total; index += 1) {
    const wait = begin + (index * 1_000) / perSecond - performance.now();
    if (wait > 0) await sleep(wait);
    while (inFlight.size >= mostInFlight) await Promise.race(inFlight);
    if (failures.length > 0) break;
    const call = work(index)
      .catch((error) => failures.push(error))
      .finally(() => inFlight.delete(call));
    inFlight.add(call);
  }
  await Promise.all(inFlight);
  if (failures.length > 0) throw failures[0];
  return total / ((performance.now() - begin) / 1_000);
}
