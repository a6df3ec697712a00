/**
 * Asks a server for its health over and over, from a process of its own, and writes a line for every answer that took
 * longer than a while: when it was asked (milliseconds since 1970) and how many milliseconds it took.
 */
import { Agent, get } from 'node:http';
import { env, stdout } from 'node:process';

const { HEALTH_URL = '', SLOW_MS = '100' } = env;
const agent = new Agent({ keepAlive: true });

function ask() {
  const asked = Date.now();
  const begin = performance.now();
  const told = (outcome) => {
    const took = Math.round(performance.now() - begin);
    if (took >= Number(SLOW_MS) || outcome !== 200) stdout.write(`${JSON.stringify({ asked, took, outcome })}\n`);
    setTimeout(ask, 5);
  };
  get(HEALTH_URL, { agent, timeout: 20_000 }, (response) => {
    response.resume().on('end', () => told(response.statusCode));
  }).on('error', (error) => told(error.message));
}

stdout.write('watching\n');
ask();
