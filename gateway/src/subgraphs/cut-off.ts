/**
 * Runs work until it is done, the time is over or a signal aborts, whichever is first; the work is told by the signal that
 * it is given, and is not waited for.
 * @throws what `late` makes, once the time is over; the reason of the signal, once it aborts
 */
export function runUntil<Result>(
  work: (signal: AbortSignal) => Promise<Result>,
  { milliseconds, late, signal }: { milliseconds: number; late: () => Error; signal?: AbortSignal | undefined },
): Promise<Result> {
  const controller = new AbortController();
  return new Promise<Result>((resolve, reject) => {
    function cut(reason: unknown): void {
      controller.abort(reason);
      reject(reason);
    }
    const cutBySignal = () => cut(signal?.reason);
    if (signal?.aborted) return cutBySignal();
    const timer = setTimeout(() => cut(late()), milliseconds).unref();
    signal?.addEventListener('abort', cutBySignal, { once: true });
    work(controller.signal)
      .then(resolve, reject)
      .finally(() => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', cutBySignal);
      });
  });
}
