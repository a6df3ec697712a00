/**
 * Waits for work, for so long at most. The work itself goes on: nobody listens to it any more.
 * @throws what `late` makes, once the time is over
 */
export function withinDeadline<Result>(
  work: Promise<Result>,
  milliseconds: number,
  late: () => Error,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(late()), milliseconds);
    timer.unref();
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
