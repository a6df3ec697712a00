/** Milliseconds of work after which others are let in. */
const sliceMs = 10;

/**
 * Parts long work into slices: await the result between its steps. It lets the event loop turn when a slice has been used up,
 * so that a server goes on answering, and costs little otherwise.
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
