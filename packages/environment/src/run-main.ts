/** A problem that the operator can fix: the message is one sentence that says how. */
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
  /** Resolves when something fails that only a restart can fix; otherwise never. */
  readonly failed?: Promise<Error> | undefined;
}

/**
 * The life of a process: start, wait for SIGINT or SIGTERM, stop, exit 0. A failed start prints its sentence and exits
 * 1; a defect prints its stack. A permanent failure at run time is printed, and the process stops and exits 1. If
 * stopping takes longer than 10 s, or on a second signal, it exits 1 at once.
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
      process.stderr.write(`Stopping took longer than ${stopWithinMs / 1000} s; exiting now.\n`);
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
