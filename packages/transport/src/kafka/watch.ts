/** Decides from periodic observations whether a consumer is stuck. */
export interface Watch {
  /**
   * @param seen the number of waiting events, the number of handler calls so far, and the time in milliseconds
   * @returns `rebuild` if nothing has moved for too long, `fatal` if a rebuild did not help
   */
  observe(seen: { waiting: number; calls: number; at: number }): 'fine' | 'rebuild' | 'fatal';
}

export function createWatch(stuckAfterMs: number): Watch {
  let calls = -1;
  let since = 0;
  let rebuilt = false;
  return {
    observe(seen) {
      if (seen.waiting === 0 || seen.calls !== calls) {
        calls = seen.calls;
        since = seen.at;
        rebuilt = false;
        return 'fine';
      }
      if (seen.at - since < stuckAfterMs) return 'fine';
      since = seen.at;
      if (rebuilt) return 'fatal';
      rebuilt = true;
      return 'rebuild';
    },
  };
}
