/**
 * The effect of one person's burst on others: the latency of another person's query over three subgraphs, with and
 * without 30 edits of one instructor constantly in flight. Both are measured in one run, so that only their ratio
 * counts.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { send } from '../packages/client/dist/index.js';
import { openSchool, register } from './events/school.mjs';
import { startLyceum } from './lyceum.mjs';

const inFlight = 30;
/** Quiet and busy seconds alternate, so that other load on the machine affects both. */
const rounds = 3;
const secondsEach = 8;

export async function run() {
  const dataDir = mkdtempSync(`${tmpdir()}/lyceum-bench-`);
  try {
    const lyceum = await startLyceum({ LYCEUM_DATA_DIR: dataDir });
    try {
      const school = await openSchool(lyceum.url);
      const bystander = await register(lyceum.url, 'STUDENT');
      const ask = () => askAround(lyceum.url, bystander);
      await latencies(ask, 2);
      const [quiet, busy] = [[], []];
      const edits = { answered: 0, busy: 0 };
      for (let round = 0; round < rounds; round += 1) {
        quiet.push(...(await latencies(ask, secondsEach)));
        const burst = startBurst(lyceum.url, school, edits);
        busy.push(...(await latencies(ask, secondsEach)));
        await burst.stop();
      }
      return [
        row('bystander alone, p50 ms', percentile(quiet, 0.5)),
        row('bystander alone, p99 ms', percentile(quiet, 0.99)),
        row(`bystander beside ${inFlight} edits in flight, p50 ms`, percentile(busy, 0.5)),
        row(
          `bystander beside ${inFlight} edits in flight, p99 ms`,
          percentile(busy, 0.99),
          2 * percentile(quiet, 0.99),
        ),
        row('edits a second', edits.answered / (rounds * secondsEach)),
        row('edits that were told to come again (BUSY)', edits.busy),
      ];
    } finally {
      await lyceum.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function askAround(url, token) {
  const query = '{ me { name } courses(first: 5) { nodes { title instructor { name } exams { title } } } }';
  const { errors } = await send(`${url}/graphql`, query, {}, { token });
  if (errors) throw new Error(errors[0]?.message);
}

/** Milliseconds of each query, sent one after the other, for this many seconds. */
async function latencies(ask, seconds) {
  const measured = [];
  const end = performance.now() + seconds * 1_000;
  while (performance.now() < end) {
    const begin = performance.now();
    await ask();
    measured.push(performance.now() - begin);
  }
  return measured;
}

/** Reviews with a wrong version: each locks an attempt and gets a conflict. */
function startBurst(url, { instructor, attempts }, counts) {
  let isOver = false;
  const query = 'mutation ($input: ReviewItemInput!) { reviewItem(input: $input) { __typename } }';
  async function edit(number) {
    for (let round = 0; !isOver; round += 1) {
      const { id, itemId } = attempts[(number + round) % attempts.length];
      const input = { attemptId: id, itemId, points: '1', expectedVersion: 0 };
      const { errors } = await send(`${url}/graphql`, query, { input }, { token: instructor });
      if (errors?.[0]?.extensions.code === 'BUSY') counts.busy += 1;
      else counts.answered += 1;
    }
  }
  const editors = Array.from({ length: inFlight }, (_, number) => edit(number));
  return {
    async stop() {
      isOver = true;
      await Promise.all(editors);
    },
  };
}

function row(what, measured, limit) {
  const rounded = Number(measured.toFixed(2));
  return limit === undefined
    ? { what, measured: rounded }
    : { what, measured: rounded, limit: Number(limit.toFixed(2)), ratio: Number((measured / limit).toFixed(3)) };
}

function percentile(values, fraction) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * fraction))] ?? Number.NaN;
}
