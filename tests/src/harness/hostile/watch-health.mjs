/**
 * Asks a server for its health over and over, from a process of its own, and writes a line for every answer that took
 * longer than a while: when it was asked (milliseconds since 1970), how many milliseconds it took, and for how many of
 * them the server's main thread worked. The rest it waited, for a processor above all, which is the machine's doing. The
 * kernel tells that on Linux; elsewhere all of the time counts as work.
 */
import { readFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { env, platform, stdout } from 'node:process';

const { HEALTH_URL = '', SERVER_PID = '', SLOW_MS = '100' } = env;
const agent = new Agent({ keepAlive: true });

/** Of a tick, in which Linux tells times to programs (`man 5 proc_pid_stat`). */
const msPerTick = 10;

/** Milliseconds for which the server's main thread has worked so far. */
function workedSoFar() {
  if (platform !== 'linux') return performance.now();
  const status = readFileSync(`/proc/${SERVER_PID}/task/${SERVER_PID}/stat`, 'utf8');
  // The name, in parentheses, may hold spaces; after it, from the third field on, come `state` and the others.
  const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * msPerTick;
}

function ask() {
  const asked = Date.now();
  const begin = performance.now();
  const workedBefore = workedSoFar();
  const told = (outcome) => {
    const took = Math.round(performance.now() - begin);
    if (took >= Number(SLOW_MS) || outcome !== 200) {
      const worked = Math.round(workedSoFar() - workedBefore);
      stdout.write(`${JSON.stringify({ asked, took, worked, outcome })}\n`);
    }
    setTimeout(ask, 5);
  };
  get(HEALTH_URL, { agent, timeout: 20_000 }, (response) => {
    response.resume().on('end', () => told(response.statusCode));
  }).on('error', (error) => told(error.message));
}

stdout.write('watching\n');
ask();
