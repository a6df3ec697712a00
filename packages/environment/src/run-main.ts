/** Something that the person who runs the installation can mend: its message is one sentence that says how. */
export class OperatorError extends Error {
  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'OperatorError';
  }
}

const stopWithinMs = 10_000;

export interface Running {
  stop(): Promise<void>;
  /** Resolves when something fails that only a new start can mend; never, where nothing does. */
  readonly failed?: Promise<Error> | undefined;
}

/**
 * The life of a process: start, wait for SIGINT or SIGTERM, stop, exit 0. A start that fails prints its sentence and exits 1;
 * a defect prints its stack. What fails for good while it runs is printed, and after stopping the process exits 1. A stop that takes longer than 10 s, or a second signal, exits 1 at once.
 */
export async function runMain(start: () => Promise<Running>): Promise<void> {
  let onSignal: () => void = () => {};
  const signalled = new Promise<void>((resolve) => {
    onSignal = resolve;
  });
  let signals = 0;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      signals += 1;
      if (signals > 1) process.exit(1);
      onSignal();
    });
  }
  try {
    const running = await start();
    const failure = await Promise.race([signalled, running.failed ?? signalled]);
    if (failure) process.stderr.write(`${explain(failure)}\n`);
    const hurry = setTimeout(() => {
      process.stderr.write(`Stopping took longer than ${stopWithinMs / 1000} s; leaving at once.\n`);
      process.exit(1);
    }, stopWithinMs);
    await running.stop();
    clearTimeout(hurry);
    process.exit(failure ? 1 : 0);
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exit(1);
  }
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (!('code' in error)) return error.stack ?? error.message;
  if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') return error.message;
  const { port, address } = error as { port?: number; address?: string };
  if (port === undefined) return error.message;
  return error.code === 'EADDRINUSE'
    ? `Port ${port} of ${address} is taken: stop what listens there, or set PORT to another one.`
    : `Port ${port} of ${address} may not be opened by this user: set PORT to one above 1023.`;
}
