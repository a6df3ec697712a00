import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { environmentWith } from './environment.ts';

/** A built program of the repository, running as a separate process. */
export interface Spawned {
  readonly pid: number;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /**
   * The first match in the past or future output of the process.
   * @throws {Error} with the whole output if the process exits without a match
   */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  /** Resolves when the process has exited and all its output is read. */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
  signal(signal: NodeJS.Signals): void;
}

const root = new URL('../../../', import.meta.url);
const living = new Set<Spawned>();

/**
 * Starts a built main file, such as `gateway/dist/main.js`, in its own process group.
 * @param settings its whole environment, except the search path for programs
 * @param words its arguments
 */
export function spawnMain(
  main: string,
  settings: Readonly<Record<string, string>>,
  words: readonly string[] = [],
): Spawned {
  const child = spawn(process.execPath, [fileURLToPath(new URL(main, root)), ...words], {
    env: environmentWith(settings),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  if (child.pid === undefined) throw new Error(`${main} could not be started`);
  const output = { stdout: collect(child.stdout), stderr: collect(child.stderr) };
  const ended = new Promise<Awaited<Spawned['ended']>>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  const spawned: Spawned = {
    pid: child.pid,
    stdout: output.stdout.text,
    stderr: output.stderr.text,
    ended,
    signal: (signal) => signalGroup(child, signal),
    says(pattern) {
      return new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(output.stdout.text()) ?? pattern.exec(output.stderr.text());
          if (!match) return;
          stopLooking();
          resolve(match);
        };
        const streams = [child.stdout, child.stderr];
        const stopLooking = () => {
          for (const stream of streams) stream.off('data', look);
        };
        for (const stream of streams) stream.on('data', look);
        ended.then(({ code, signal }) => {
          const written = `${output.stdout.text()}${output.stderr.text()}`;
          reject(new Error(`${main} ended (${code ?? signal}) without saying ${pattern}:\n${written}`));
        });
        look();
      });
    },
  };
  living.add(spawned);
  ended.then(() => living.delete(spawned));
  return spawned;
}

/** Kills every remaining process; for `afterAll`. */
export async function killAll(): Promise<void> {
  for (const spawned of living) spawned.signal('SIGKILL');
  await Promise.all([...living].map(({ ended }) => ended));
}

function signalGroup({ pid, exitCode, signalCode }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, signal);
}

function collect(stream: NodeJS.ReadableStream): { text(): string } {
  let text = '';
  stream.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  return { text: () => text };
}
