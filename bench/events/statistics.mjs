/** A line of the table: the measurement next to its limit. For throughput a high ratio is good, for time a low one. */
export function row(what, measured, limit) {
  const rounded = (number) => Number(number.toFixed(number < 100 ? 2 : 0));
  return { what, measured: rounded(measured), limit: rounded(limit), ratio: Number((measured / limit).toFixed(3)) };
}

export function percentile(values, fraction) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * fraction))] ?? Number.NaN;
}

/** The achieved rate next to the requested one; p50, p99 and the maximum in milliseconds, next to the limit of p50. */
export function latencyRows(what, { rate, asked, milliseconds }, aim) {
  return [
    row(`${what}, events/s`, rate, asked),
    row(`${what}, p50 ms`, percentile(milliseconds, 0.5), aim),
    row(`${what}, p99 ms`, percentile(milliseconds, 0.99), aim),
    row(`${what}, max ms`, percentile(milliseconds, 1), aim),
  ];
}

/** Counts handled events, and records when the first and the last one was handled. */
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

/** @returns events per second, for work that handles this many */
export async function perSecond(events, work) {
  const begin = performance.now();
  await work();
  return events / ((performance.now() - begin) / 1_000);
}
