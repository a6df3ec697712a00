import { readFileSync } from 'node:fs';
import { testServerUrl } from '@lyceum/testing';
import { buildSchema } from 'graphql';
import { hostileDocuments } from '../harness/hostile/documents.ts';
import { type LargeSchool, openLargeSchool } from '../harness/hostile/large-school.ts';
import { type Escalation, type HostileOperation, hostileOperations } from '../harness/hostile/operations.ts';
import { postText } from '../harness/hostile/post-text.ts';
import { createInstallation, type Installation } from '../harness/installation.ts';
import { type LyceumProcess, startLyceumProcess } from '../harness/running-process.ts';
import { killAll, type Spawned, spawnMain } from '../harness/spawned.ts';

/**
 * Whatever operations one client sends, others are answered before the server has worked for this long. Its time
 * waiting for a processor says nothing about the server.
 */
const answeredWithinMs = 250;

/** A server that answers nobody for this long is blocked, by its own work or otherwise. */
const blockedAfterMs = 2500;

/** The process dies if its heap exceeds this. */
const heapMegabytes = 512;

const admin = { ADMIN_EMAIL: 'admin@school.example', ADMIN_PASSWORD: 'correct horse battery' };
const api = buildSchema(readFileSync(new URL('../../../schema/api.graphql', import.meta.url), 'utf8'));

let installation: Installation;
let lyceum: LyceumProcess;
let school: LargeSchool;
let watch: Spawned;
let isWatched = true;

beforeAll(async () => {
  installation = await createInstallation(testServerUrl(), {
    ...admin,
    LOG_LEVEL: 'fatal',
    NODE_OPTIONS: `--max-old-space-size=${heapMegabytes}`,
  });
  lyceum = await startLyceumProcess(installation.settings);
  const { DATABASE_PREFIX: prefix = '' } = installation.settings;
  school = await openLargeSchool(lyceum.url, testServerUrl(), prefix);
  const health = new URL('/health/live', lyceum.url).href;
  watch = spawnMain('tests/src/harness/hostile/watch-health.mjs', {
    HEALTH_URL: health,
    SERVER_PID: String(lyceum.pid),
  });
  await watch.says(/watching/);
  watch.ended.then(() => {
    isWatched = false;
  });
}, 120_000);

afterAll(async () => {
  await killAll();
  await installation.remove();
});

interface Sent {
  readonly operation: HostileOperation;
  readonly began: number;
  readonly ended: number;
  readonly status: number;
  readonly codes: readonly unknown[];
  readonly text: string;
}

async function post(operation: HostileOperation, token: string | undefined): Promise<Sent> {
  const { query, variables = '{}' } = operation;
  const began = Date.now();
  const body = `{"query": ${JSON.stringify(query)}, "variables": ${variables}}`;
  const authorization = token ? { authorization: `Bearer ${token}` } : {};
  const { status, text } = await postText(lyceum.url, body, { 'content-type': 'application/json', ...authorization });
  const ended = Date.now();
  const { errors = [] } = JSON.parse(text) as { errors?: { extensions?: { code?: string } }[] };
  const codes = [...new Set(errors.map(({ extensions }) => extensions?.code))];
  return { operation, began, ended, status, codes, text: text.slice(0, 500) };
}

/** Sends the largest operation, then smaller ones, until one is admitted. */
async function escalate(escalation: Escalation, token: string | undefined, sent: Sent[]): Promise<void> {
  for (const operation of escalation) {
    const answer = await post(operation, token);
    sent.push(answer);
    if (answer.status === 200 || answer.codes.some((code) => code === 'FORBIDDEN' || code === 'UNAUTHENTICATED'))
      return;
  }
}

/** A line of output of the watching process. */
interface HealthAnswer {
  readonly asked: number;
  readonly took: number;
  readonly worked: number;
  readonly outcome: unknown;
}

function isTooLate({ took, worked, outcome }: HealthAnswer): boolean {
  return outcome !== 200 || worked > answeredWithinMs || took > blockedAfterMs;
}

/** The operation during which the health check was not answered in time, and its longest delay. */
function blockedBy(sent: readonly Sent[]): Map<HostileOperation, string> {
  const since = sent[0]?.began ?? 0;
  const slow = watch
    .stdout()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as HealthAnswer)
    .filter((answer) => answer.asked >= since && isTooLate(answer));
  const blocking = new Map<HostileOperation, string>();
  for (const { asked, took, worked, outcome } of slow) {
    for (const { operation, began, ended } of sent) {
      if (began <= asked + took && asked <= ended)
        blocking.set(operation, `${took} ms, ${worked} of work (${outcome}): ${operation.what}`);
    }
  }
  return blocking;
}

/** Operations that block the server do so every time; other load on the machine does not. */
async function blockedAgain(sent: readonly Sent[], token: string | undefined): Promise<string[]> {
  let blocking = blockedBy(sent);
  for (let round = 0; round < 3 && blocking.size > 0; round += 1) {
    const again: Sent[] = [];
    for (const operation of blocking.keys()) again.push(await post(operation, token));
    blocking = blockedBy(again);
  }
  return [...blocking.values()];
}

async function tokenOf(role: string): Promise<string | undefined> {
  if (role === 'STUDENT') return school.student.token;
  if (role === 'INSTRUCTOR') return school.instructor.token;
  if (role === 'ANONYMOUS') return undefined;
  const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password } = admin;
  const query = `mutation { login(input: { email: "${email}", password: "${password}" }) { ... on LoginSuccess { session { accessToken } } } }`;
  const { text } = await postText(lyceum.url, JSON.stringify({ query }), { 'content-type': 'application/json' });
  const { data } = JSON.parse(text) as { data: { login: { session: { accessToken: string } } } };
  return data.login.session.accessToken;
}

describe.each(['ANONYMOUS', 'STUDENT', 'INSTRUCTOR', 'ADMIN'])(
  'the worst operations that the schema allows, sent by %s',
  (role) => {
    it('do not block others, and are answered or refused with a message', async () => {
      const token = await tokenOf(role);
      const sent: Sent[] = [];
      for (const escalation of hostileOperations(api, school.seeds)) await escalate(escalation, token, sent);
      for (const operation of hostileDocuments()) sent.push(await post(operation, token));

      expect(await blockedAgain(sent, token)).toEqual([]);
      expect(isWatched).toBe(true);
      expect(sent.filter(({ codes }) => codes.includes('INTERNAL_SERVER_ERROR'))).toEqual([]);
      expect(sent.filter(({ status }) => status >= 500)).toEqual([]);
      expect(sent.some(({ status }) => status === 200)).toBe(true);
    }, 300_000);
  },
);
