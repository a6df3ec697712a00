/** `npm start`: the whole of Lyceum in one process. */
import { readTogether, runMain } from '@lyceum/environment';
import { type IdentityEnvironment, readIdentityEnvironment } from '@lyceum/identity';
import { type LauncherEnvironment, readLauncherEnvironment } from './environment.ts';
import { launch } from './launch.ts';
import { readyTable } from './ready-table.ts';

const begin = performance.now();
const say = (line: string) => process.stdout.write(`${line}\n`);

await runMain(async () => {
  say('Lyceum is starting …');
  const [own, identity] = await readTogether<[LauncherEnvironment, IdentityEnvironment]>(
    () => readLauncherEnvironment(),
    () => readIdentityEnvironment(),
  );
  const lyceum = await launch({ ...own, ...identity }, say);
  say(readyTable(lyceum, (performance.now() - begin) / 1000));
  return {
    async stop() {
      say('\nStopping …');
      await lyceum.stop();
      say('Stopped. Everything that was acknowledged is on disk.');
    },
  };
});
