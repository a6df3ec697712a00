/** Tells each step of a story with the time it took. */
export interface Narrator {
  /**
   * Runs a step and prints a line.
   * @param tell what to say of the result
   * @throws {StepFailed} where the step throws
   */
  step<Result>(title: string, run: () => Promise<Result>, tell: (result: Result) => string): Promise<Result>;
}

/** A step of the story came out other than expected. */
export class StepFailed extends Error {
  readonly code = 'STORY_DIFFERS';
  constructor(title: string, cause: unknown) {
    super(`${title}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'StepFailed';
  }
}

export function createNarrator(say: (line: string) => void): Narrator {
  return {
    async step(title, run, tell) {
      const begin = performance.now();
      try {
        const result = await run();
        const milliseconds = (performance.now() - begin).toFixed(0);
        say(`✓ ${title.padEnd(44)} ${milliseconds.padStart(5)} ms  ${tell(result)}`);
        return result;
      } catch (error) {
        throw new StepFailed(title, error);
      }
    },
  };
}

/**
 * Holds a value to what is expected.
 * @throws {Error} naming both
 */
export function expectEqual(what: string, actual: unknown, expected: unknown): void {
  if (JSON.stringify(actual) === JSON.stringify(expected)) return;
  throw new Error(`${what} is ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`);
}

/**
 * The success of a result union.
 * @throws {Error} with the failure's message
 */
export function success<Result extends { readonly __typename: string }, Name extends Result['__typename']>(
  result: Result,
  name: Name,
): Extract<Result, { __typename: Name }> {
  if (result.__typename === name) return result as Extract<Result, { __typename: Name }>;
  const { message } = result as { message?: string };
  throw new Error(`expected ${name}, got ${result.__typename}${message ? ` (${message})` : ''}`);
}
