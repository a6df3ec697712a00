/** `npm run events`: what an operator can do about events. */
import { runEvents } from './run.ts';

process.exitCode = await runEvents(process.argv.slice(2), {
  say: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
});
