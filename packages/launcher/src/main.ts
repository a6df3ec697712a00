/** `npm start`: the whole of Lyceum in one process. */
import { runMain } from '@lyceum/environment';
import { readLyceumEnvironment } from './environment.ts';
import { launch } from './launch.ts';
import { readyTable } from './ready-table.ts';

const begin = performance.now();
const say = (line: string) => process.stdout.write(`${line}\n`);

await runMain(async () => {
  say('Lyceum is starting …');
  const lyceum = await launch(await readLyceumEnvironment(), say);
  say(readyTable(lyceum, (performance.now() - begin) / 1000));
  return {
    failed: lyceum.failed,
    async stop() {
      say('\nStopping …');
      await lyceum.stop();
      say('Stopped. Everything that was acknowledged is on disk.');
    },
  };
});
