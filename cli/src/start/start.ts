import { runMain } from '@lyceum/environment';
import { readLyceumEnvironment } from '../environment.ts';
import { launch } from './launch.ts';
import { readyTable } from './ready-table.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

/** `lyceum start`: runs all of Lyceum in one process, until a signal. */
export function runStart(): Promise<void> {
  const begin = performance.now();
  return runMain(async () => {
    say('Lyceum is starting …');
    const lyceum = await launch(await readLyceumEnvironment(), say);
    say(readyTable(lyceum, (performance.now() - begin) / 1000));
    return {
      failed: lyceum.failed,
      async stop() {
        say('\nStopping …');
        await lyceum.stop();
        say('Stopped. Everything acknowledged is on disk.');
      },
    };
  });
}
