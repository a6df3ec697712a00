/** Reports each step of the demo with its duration. */
export interface Narrator {
  /**
   * Runs a step and prints a line.
   * @param tell describes the result
   * @throws {StepFailed} if the step throws
   */
  step<Result>(title: string, run: () => Promise<Result>, tell: (result: Result) => string): Promise<Result>;
}

/** A step of the demo did not give the expected result. */
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
        say(`✓ ${title.padEnd(48)} ${milliseconds.padStart(5)} ms  ${tell(result)}`);
        return result;
      } catch (error) {
        throw new StepFailed(title, error);
      }
    },
  };
}

/**
 * Checks a value.
 * @throws {Error} with the actual and the expected value
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
