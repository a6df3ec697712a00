/**
 * Maps a stream. Written by hand, as an async generator would queue `return()` behind a pending `next()`, and so keep a
 * source open after its reader has gone.
 */
export function mapStream<Source, Target>(
  source: AsyncIterableIterator<Source>,
  options: {
    /** `last` ends the stream after this value. */
    map(value: Source): { value: Target; last: boolean };
    /** Called once, however the stream ends. */
    ended?(): void;
  },
): AsyncIterableIterator<Target> {
  let done = false;
  const end = () => {
    if (done) return;
    done = true;
    options.ended?.();
  };
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      if (done) return { done: true, value: undefined };
      try {
        const result = await source.next();
        if (done || result.done) {
          end();
          return { done: true, value: undefined };
        }
        const { value, last } = options.map(result.value);
        if (last) {
          end();
          await source.return?.();
        }
        return { done: false, value };
      } catch (error) {
        end();
        throw error;
      }
    },
    async return() {
      end();
      await source.return?.();
      return { done: true, value: undefined };
    },
    async throw(error) {
      end();
      await source.return?.();
      throw error;
    },
  };
}
