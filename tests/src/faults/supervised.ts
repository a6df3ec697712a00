import { appendFile, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Spawned, spawnMain } from '../harness/spawned.ts';

/** Where the failpoints can strike; `processes/failpoints.mjs` finds them. */
export type Failpoint =
  | 'before-state-commit'
  | 'after-state-commit'
  | 'before-publish'
  | 'after-publish'
  | 'at-delete'
  | 'before-effect-commit'
  | 'after-effect-commit';

/** A process that is started again whenever it ends, as a service manager does. */
export interface Supervised {
  readonly name: string;
  /** Resolves when it is ready; at once, where it is. */
  ready(): Promise<void>;
  /** Sends a signal to the process that runs now. */
  signal(signal: NodeJS.Signals): void;
  /** The end of the process that runs now. */
  ended(): Spawned['ended'];
  /**
   * Lets the process, which is ready, die at a failpoint, the given time that it comes there; resolves when it has.
   * @throws {Error} where it does not come there, or dies of something else
   */
  killAt(failpoint: Failpoint, hits: number): Promise<void>;
  /** Ends it by SIGTERM, and does not start it again. @returns its exit code */
  stop(): Promise<number | null>;
}

const folder = new URL('processes/', import.meta.url);
const pauseMs = 200;
const reachedWithinMs = 20_000;
const living = new Set<() => Promise<void>>();

/** Kills whatever is still supervised; for `afterAll`, also where a site could not be opened. */
export async function killSupervised(): Promise<void> {
  await Promise.all([...living].map((kill) => kill()));
}

/**
 * @param main a built program
 * @param ready what it says when it is ready
 * @param folder where it is told of failpoints, and where what it wrote is kept
 */
export function supervise(options: {
  name: string;
  main: string;
  settings: Readonly<Record<string, string>>;
  ready: RegExp;
  folder: string;
}): Supervised {
  const { name, main, settings, ready } = options;
  const control = `${options.folder}/${name}.failpoint`;
  const failpoints = new URL(`failpoints.mjs?control=${encodeURIComponent(control)}`, folder);
  const environment = { ...settings, NODE_OPTIONS: `--import=${failpoints.href}` };
  let stopping = false;
  let current: Spawned;
  /** Whether the process that runs now has become ready; false where it has ended before. */
  let isReady: Promise<boolean>;

  function begin(): void {
    current = spawnMain(main, environment);
    isReady = current.says(ready).then(
      () => true,
      () => false,
    );
    void current.ended.then(restart);
    void keepOutput(current, `${options.folder}/${name}.log`);
  }

  async function restart(): Promise<void> {
    // What it needs may be away for a while, as PostgreSQL after a crash.
    if (!(await isReady)) await sleep(pauseMs);
    if (!stopping) begin();
  }

  async function end(signal: NodeJS.Signals): Promise<number | null> {
    stopping = true;
    current.signal(signal);
    const { code } = await current.ended;
    living.delete(kill);
    return code;
  }
  const kill = async () => void (await end('SIGKILL'));

  begin();
  living.add(kill);
  return {
    name,
    async ready() {
      while (!(await isReady)) {
        if (stopping) throw new Error(`${name} was stopped`);
        await sleep(pauseMs);
      }
    },
    signal: (signal) => current.signal(signal),
    ended: () => current.ended,
    async killAt(failpoint, hits) {
      const { ended } = current;
      await writeFile(control, `${failpoint} ${hits}`);
      current.signal('SIGUSR2');
      const inTime = new AbortController();
      const late = sleep(reachedWithinMs, undefined, { signal: inTime.signal }).catch(() => undefined);
      const outcome = await Promise.race([ended, late]);
      inTime.abort();
      if (outcome?.signal === 'SIGKILL') return;
      const instead = outcome
        ? `ended by ${outcome.code ?? outcome.signal}`
        : `went on for ${reachedWithinMs / 1_000} s`;
      throw new Error(`${name} was to die at ${failpoint}, and ${instead}`);
    },
    stop: () => end('SIGTERM'),
  };
}

/** Adds what a process wrote to a file, once it has ended. */
async function keepOutput({ pid, ended, stdout, stderr }: Spawned, path: string): Promise<void> {
  const { code, signal } = await ended;
  const text = `process ${pid} ended by ${code ?? signal}\n${stdout()}${stderr()}`;
  // The folder is gone where the site was removed meanwhile.
  await appendFile(path, text).catch(() => undefined);
}

/** The path of one of the harness's own programs, for `supervise`. */
export function programOfHarness(name: string): string {
  return `tests/dist/faults/processes/${name}.js`;
}
