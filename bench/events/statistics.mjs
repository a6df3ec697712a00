/** A line of the table: what was measured beside its limit. Throughput wants a high ratio, time a low one. */
export function row(what, measured, limit) {
  const rounded = (number) => Number(number.toFixed(number < 100 ? 2 : 0));
  return { what, measured: rounded(measured), limit: rounded(limit), ratio: Number((measured / limit).toFixed(3)) };
}

export function percentile(values, fraction) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * fraction))] ?? Number.NaN;
}

/** The rate beside the one that was asked for; p50, p99 and the longest of some times in milliseconds, beside what p50 is to be. */
export function latencyRows(what, { rate, asked, milliseconds }, aim) {
  return [
    row(`${what}, events/s`, rate, asked),
    row(`${what}, p50 ms`, percentile(milliseconds, 0.5), aim),
    row(`${what}, p99 ms`, percentile(milliseconds, 0.99), aim),
    row(`${what}, max ms`, percentile(milliseconds, 1), aim),
  ];
}

/** Counts what was handled, and tells when the first and when all of it was. */
export function countTo(total) {
  let count = 0;
  const resolvers = {};
  const begun = new Promise((resolve) => {
    resolvers.begin = resolve;
  });
  const done = new Promise((resolve) => {
    resolvers.end = resolve;
  });
  return {
    begun,
    done,
    add(more) {
      count += more;
      resolvers.begin();
      if (count >= total) resolvers.end();
    },
  };
}

/** @returns how many a second, where work handles so many */
export async function perSecond(events, work) {
  const begin = performance.now();
  await work();
  return events / ((performance.now() - begin) / 1_000);
}
