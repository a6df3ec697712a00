/**
 * Runs work until it is done, a time limit passes or a signal aborts, whichever is first. The work is notified through
 * the signal passed to it, and is not waited for.
 * @throws the error made by `late` after the time limit; the reason of the signal if it aborts
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
