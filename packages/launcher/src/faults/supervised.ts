import { writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Spawned, spawnMain } from '../testing/spawned.ts';

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
  /** Arms a failpoint; the process dies at it, the given time that it comes there. Ask for `ended()` before. */
  arm(failpoint: Failpoint, hits: number): Promise<void>;
  /** Ends it by SIGTERM, and does not start it again. @returns its exit code */
  stop(): Promise<number | null>;
}

const folder = new URL('processes/', import.meta.url);
const pauseMs = 200;
const armedWithinMs = 20_000;

/**
 * @param main a built program
 * @param ready what it says when it is ready
 */
export async function supervise(options: {
  name: string;
  main: string;
  settings: Readonly<Record<string, string>>;
  ready: RegExp;
  controlFolder: string;
}): Promise<Supervised> {
  const { name, main, settings, ready } = options;
  const control = `${options.controlFolder}/${name}.failpoint`;
  const failpoints = new URL(`failpoints.mjs?control=${encodeURIComponent(control)}`, folder);
  const environment = { ...settings, NODE_OPTIONS: `--import=${failpoints.href}` };
  let stopping = false;
  let current = begin();
  let isReady = current.says(ready);

  function begin(): Spawned {
    const spawned = spawnMain(main, environment);
    void spawned.ended.then(restart);
    return spawned;
  }

  async function restart(): Promise<void> {
    isReady.catch(() => undefined);
    if (stopping) return;
    // What it needs may be away for a while, as PostgreSQL after a crash.
    if (
      !(await isReady.then(
        () => true,
        () => false,
      ))
    )
      await sleep(pauseMs);
    if (stopping) return;
    current = begin();
    isReady = current.says(ready);
  }

  return {
    name,
    async ready() {
      for (;;) {
        const tried = isReady;
        if (
          await tried.then(
            () => true,
            () => false,
          )
        )
          return;
        await sleep(pauseMs);
        if (stopping) throw new Error(`${name} was stopped`);
      }
    },
    signal: (signal) => current.signal(signal),
    ended: () => current.ended,
    async arm(failpoint, hits) {
      const { ended } = current;
      await writeFile(control, `${failpoint} ${hits}`);
      current.signal('SIGUSR2');
      const inTime = new AbortController();
      const late = sleep(armedWithinMs, 'late', { signal: inTime.signal }).catch(() => undefined);
      const outcome = await Promise.race([ended, late]);
      inTime.abort();
      if (outcome === 'late') throw new Error(`${name} did not come to ${failpoint} within ${armedWithinMs / 1_000} s`);
    },
    async stop() {
      stopping = true;
      const { ended } = current;
      current.signal('SIGTERM');
      return (await ended).code;
    },
  };
}

/** The path of one of the harness's own programs, for `supervise`. */
export function programOfHarness(name: string): string {
  return `packages/launcher/dist/faults/processes/${name}.js`;
}
