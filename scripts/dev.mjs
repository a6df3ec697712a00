/** `npm run dev`: compiles on every change and restarts Lyceum with the result. */
import { spawn } from 'node:child_process';

const run = (command, args) => spawn(command, args, { stdio: 'inherit', shell: false });

const first = run('npx', ['tsc', '-b']);
first.on('exit', () => {
  const compiler = run('npx', ['tsc', '-b', '--watch', '--preserveWatchOutput']);
  const server = run('node', ['--watch', '--watch-preserve-output', 'cli/dist/lyceum.js', 'start']);
  const stop = () => {
    compiler.kill('SIGTERM');
    server.kill('SIGINT');
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  server.on('exit', (code) => {
    compiler.kill('SIGTERM');
    process.exitCode = code ?? 0;
  });
});
