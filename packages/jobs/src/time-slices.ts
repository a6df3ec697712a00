/** Milliseconds of work before yielding. */
const sliceMs = 10;

/**
 * Divides long work into slices: await the result between its steps. When a slice is used up it yields to the event
 * loop, so a server keeps answering; otherwise it costs little.
 * @param now a clock in milliseconds
 */
export function createTimeSlices(now: () => number = () => performance.now()): () => Promise<void> | undefined {
  let endsAt = now() + sliceMs;
  return () => {
    if (now() < endsAt) return undefined;
    return new Promise((resolve) =>
      setImmediate(() => {
        endsAt = now() + sliceMs;
        resolve();
      }),
    );
  };
}
