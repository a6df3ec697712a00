/**
 * The answer of a query or a mutation as a stream of one item, because graphql-ws reports disconnects only to streams.
 * @param leave called if the client completes the operation or closes its socket before the answer arrives
 */
export function oneAnswer<Answer>(answer: Promise<Answer>, leave: () => void): AsyncIterableIterator<Answer> {
  const done = { done: true, value: undefined } as const;
  let asked = false;

  async function end(): Promise<IteratorResult<Answer>> {
    leave();
    return done;
  }

  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      if (asked) return done;
      asked = true;
      return { done: false, value: await answer };
    },
    return: end,
    throw: end,
  };
}
