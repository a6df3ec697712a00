/**
 * The single-process installation against its limits: time to ready (first and later start), memory when idle and after
 * 100 runs of the demo, time from the acknowledgement of a submission to the grade on the student's screen.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { startLyceum } from './lyceum.mjs';

const lyceum = fileURLToPath(new URL('../cli/dist/lyceum.js', import.meta.url));
const times = 100;

export async function run() {
  const dataDir = mkdtempSync(`${tmpdir()}/lyceum-bench-`);
  try {
    const first = await startLyceum({ LYCEUM_DATA_DIR: dataDir });
    await first.stop();
    const later = await startLyceum({ LYCEUM_DATA_DIR: dataDir });
    try {
      const idle = await memoryOf(later.url);
      const story = play(`${later.url}/graphql`);
      const after = await memoryOf(later.url);
      return [
        row('first start, s', first.seconds, 10),
        row('later start, s', later.seconds, 5),
        row('memory idle, MB', idle, 300),
        row(`memory after ${times} stories, MB`, after, 400),
        row('acknowledgement to grade, p50 ms', percentile(story, 0.5), 250),
        row('acknowledgement to grade, p99 ms', percentile(story, 0.99), 250),
      ];
    } finally {
      await later.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function row(what, measured, limit) {
  return { what, measured: Number(measured.toFixed(2)), limit, ratio: Number((measured / limit).toFixed(3)) };
}

async function memoryOf(url) {
  const page = await (await fetch(`${url}/metrics`)).text();
  const [, bytes] = /^process_resident_memory_bytes\S* (\d+)/m.exec(page) ?? [];
  return Number(bytes) / 1024 / 1024;
}

/**
 * Runs the demo and returns the milliseconds from each acknowledgement to the grade's arrival on the student's socket.
 */
function play(url) {
  const env = { ...process.env, LYCEUM_URL: url, DEMO_TIMES: String(times) };
  const output = execFileSync(process.execPath, [lyceum, 'demo'], {
    env,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return [...output.matchAll(/Châtelet's .* — ([\d.]+) ms after/g)].map(([, milliseconds]) => Number(milliseconds));
}

function percentile(values, fraction) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * fraction))] ?? Number.NaN;
}
