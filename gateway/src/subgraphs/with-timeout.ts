/**
 * Waits for work, for so long at most. The work itself goes on: nobody listens to it any more.
 * @throws what `late` makes, once the time is over; the reason of the signal, once it aborts
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
