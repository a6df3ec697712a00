interface Mapped<Target> {
  readonly value: Target;
  readonly last: boolean;
}

/**
 * Maps a stream. Not an async generator, which would queue `return()` behind a pending `next()` and so keep a source
 * open after its reader has left.
 */
export function mapStream<Source, Target>(
  source: AsyncIterator<Source>,
  options: {
    /** `last` ends the stream after this value. */
    map(value: Source): Mapped<Target> | Promise<Mapped<Target>>;
    /** The value to deliver last when the source fails; without it the failure is thrown. */
    failed?(error: unknown): Target;
    /** The error to throw instead of the source's failure. */
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
  /** The reader's result matters more than a source that fails to close. */
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
