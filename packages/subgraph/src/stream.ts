interface Mapped<Target> {
  readonly value: Target;
  readonly last: boolean;
}

/**
 * Maps a stream. Written by hand, as an async generator would queue `return()` behind a pending `next()`, and so keep a
 * source open after its reader has gone.
 */
export function mapStream<Source, Target>(
  source: AsyncIterator<Source>,
  options: {
    /** `last` ends the stream after this value. */
    map(value: Source): Mapped<Target> | Promise<Mapped<Target>>;
    /** What to tell the reader, as the last value, when the source fails; without it the failure is thrown. */
    failed?(error: unknown): Target;
    /** What to throw in place of the source's failure. */
    refused?(error: unknown): unknown;
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
  /** What the reader is told matters more than a source that does not close well. */
  const endWithSource = async () => {
    end();
    await source.return?.().catch(() => undefined);
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
        const { value, last } = await options.map(result.value);
        if (done) return { done: true, value: undefined };
        if (last) await endWithSource();
        return { done: false, value };
      } catch (error) {
        if (done) return { done: true, value: undefined };
        await endWithSource();
        if (!options.failed) throw options.refused ? options.refused(error) : error;
        return { done: false, value: options.failed(error) };
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
