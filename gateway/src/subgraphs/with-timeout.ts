/**
 * Waits for work up to a time limit. The work itself continues, and its result is ignored.
 * @throws the error made by `late` after the time limit; the reason of the signal if it aborts
 */
export function withTimeout<Result>(
  work: Promise<Result>,
  milliseconds: number,
  late: () => Error,
  signal?: AbortSignal,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal?.reason);
    const timer = setTimeout(() => reject(late()), milliseconds).unref();
    signal?.addEventListener('abort', leave, { once: true });
    const stopWaiting = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', leave);
    };
    work.then(
      (result) => {
        stopWaiting();
        resolve(result);
      },
      (error) => {
        stopWaiting();
        reject(error);
      },
    );
  });
}
