import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../cli/dist/lyceum.js', import.meta.url));

/**
 * Starts Lyceum on a free port in its own process; resolves when it reports that it is ready.
 * @param settings environment variables in addition to this process's
 * @returns `url` the origin, `seconds` the duration of the start, `stop` stops it
 */
export function startLyceum(settings) {
  const begin = performance.now();
  const child = spawn(process.execPath, [main, 'start'], {
    env: { ...process.env, PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let output = '';
    child.once('exit', (code) => reject(new Error(`Lyceum ended with ${code}`)));
    child.stdout.on('data', (chunk) => {
      output += chunk;
      const [, url] = /GraphQL +(http:\/\/\S+)\/graphql/.exec(output) ?? [];
      if (!url || !output.includes('Metrics')) return;
      const seconds = (performance.now() - begin) / 1000;
      const stop = () =>
        new Promise((stopped) => {
          child.removeAllListeners('exit');
          child.once('exit', stopped);
          child.kill('SIGINT');
        });
      resolve({ url, seconds, stop });
    });
  });
}
