import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { errorCode } from '../error-code.ts';
import { LogTail } from './log-tail.ts';
import type { SystemUser } from './system-user.ts';

export interface PipedProcess {
  /** The program's stderr, of which the last lines are kept. */
  log: LogTail;
  /** The exit code, once the program has exited for any reason. */
  ended: Promise<number | null>;
  /** Sends the signal and waits for the exit. */
  end(): Promise<void>;
}

export interface PipedProcessOptions {
  user: SystemUser | undefined;
  /** The signal that ends the program. */
  signal: 'INT' | 'TERM';
  onLine?: (line: string) => void;
}

/**
 * The shell reads from a pipe that only this process holds: when this process exits in any way, even by kill -9, the
 * pipe closes and the program gets its signal. The shell closes its own stderr, so that the end of stderr means the
 * program's exit.
 */
const script = '"$@" & p=$!; exec 2>/dev/null; while read -r _; do :; done; kill -$SIGNAL $p; wait $p';

/** Starts a program that cannot outlive this process. */
export function startPiped(program: string, args: string[], options: PipedProcessOptions): PipedProcess {
  const { user, signal } = options;
  const child = spawn('/bin/sh', ['-c', script, 'sh', program, ...args], {
    cwd: '/',
    // The environment is not inherited: PGDATA, PGOPTIONS or a locale of the caller would affect the server.
    env: { SIGNAL: signal, LC_ALL: 'C', TZ: 'UTC' },
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
    ...(user && { uid: user.uid, gid: user.gid }),
  });
  const log = new LogTail();
  createInterface({ input: child.stderr }).on('line', (line) => {
    log.add(line);
    options.onLine?.(line);
  });
  child.stdin.on('error', () => undefined);
  child.stderr.once('close', () => child.stdin.end());
  child.once('exit', () => endGroup(child.pid, signal));
  const ended = once(child, 'close').then(
    ([code]) => (typeof code === 'number' ? code : null),
    (error: Error) => {
      log.add(error.message);
      return null;
    },
  );
  return {
    log,
    ended,
    end: async () => {
      child.stdin.end();
      await ended;
    },
  };
}

/** A program whose shell was killed would outlive this process; it is still in the process group that the shell led. */
function endGroup(leader: number | undefined, signal: 'INT' | 'TERM'): void {
  if (leader === undefined) return;
  try {
    process.kill(-leader, `SIG${signal}`);
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}
