import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

export interface ProcessInfo {
  /** The command line, words separated by spaces. */
  command: string;
  parent: number;
}

/** The system's data on a process; undefined if there is none with this id (a zombie counts as none). */
export async function processInfo(pid: number): Promise<ProcessInfo | undefined> {
  if (process.platform === 'linux') return fromProc(pid);
  try {
    const { stdout } = await promisify(execFile)('ps', ['-o', 'ppid=,command=', '-p', String(pid)]);
    const [, parent, command] = /^\s*(\d+)\s+(.*)$/m.exec(stdout) ?? [];
    return command === undefined ? undefined : { command, parent: Number(parent) };
  } catch {
    return undefined;
  }
}

async function fromProc(pid: number): Promise<ProcessInfo | undefined> {
  try {
    const [stat, commandLine] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile(`/proc/${pid}/cmdline`, 'utf8'),
    ]);
    // "123 (name that may contain spaces) S 1 …"
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (state === 'Z') return undefined;
    return { command: commandLine.replaceAll('\0', ' ').trim(), parent: Number(parent) };
  } catch {
    return undefined;
  }
}
