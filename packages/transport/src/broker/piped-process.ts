import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface PipedProcess {
  /** The last lines of the program's standard error. */
  readonly lastLines: readonly string[];
  /** Resolves when the program has exited for any reason. */
  readonly ended: Promise<void>;
  /** Sends SIGTERM and waits for the exit. */
  end(): Promise<void>;
}

/**
 * The shell reads from a pipe that only this process holds: when this process exits, even by kill -9, the pipe closes
 * and the program gets its signal, and after ten seconds SIGKILL (Kafka has been seen to hang when its folder was
 * gone). The shell closes its own stderr, so that the end of stderr means the program's exit.
 */
const script =
  '"$@" & p=$!; exec 2>/dev/null; while read -r _; do :; done; kill -TERM $p; (sleep 10; kill -KILL $p) & wait $p';
const keptLines = 50;

/** Starts a program that cannot outlive this process. */
export function startPiped(program: string, args: readonly string[]): PipedProcess {
  const child = spawn('/bin/sh', ['-c', script, 'sh', program, ...args], {
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  const lastLines: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (line.trim() === '') return;
    lastLines.push(line.trim());
    if (lastLines.length > keptLines) lastLines.shift();
  });
  child.stdin.on('error', () => undefined);
  child.stderr.once('close', () => child.stdin.end());
  child.once('exit', () => endGroup(child.pid));
  const ended = once(child, 'close').then(
    () => undefined,
    (error: Error) => void lastLines.push(error.message),
  );
  return {
    lastLines,
    ended,
    async end() {
      child.stdin.end();
      await ended;
    },
  };
}

/** A program whose shell was killed would outlive this process; it is still in the process group that the shell led. */
function endGroup(leader: number | undefined): void {
  if (leader === undefined) return;
  try {
    process.kill(-leader, 'SIGTERM');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
