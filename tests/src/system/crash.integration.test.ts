import { rm } from 'node:fs/promises';
import { CourseGradesDocument } from '@lyceum/cli/demo';
import { send } from '@lyceum/client';
import { until } from '@lyceum/testing';
import { audit, outboxesAreEmpty, sound } from '../harness/audit.ts';
import { connectEmbedded, embeddedServer, isAlive } from '../harness/embedded-server.ts';
import {
  answerRight,
  type ExamCourse,
  enrolStudents,
  handIn,
  type Member,
  openExamCourse,
  sit,
} from '../harness/exam-course.ts';
import { arrive, goOn, type Progress, prepare, responseTo, type Told, work } from '../harness/exam-under-load.ts';
import { holdPort } from '../harness/free-port.ts';
import { makeDataDir } from '../harness/installation.ts';
import { type LyceumProcess, startLyceumProcess } from '../harness/running-process.ts';
import { killAll, spawnMain } from '../harness/spawned.ts';

const classSize = 9;
const newcomers = 4;
let dataDir: string;
let lyceum: LyceumProcess;
let examCourse: ExamCourse;

const start = () => startLyceumProcess({ LYCEUM_DATA_DIR: dataDir, LOG_LEVEL: 'error' });

beforeAll(async () => {
  dataDir = await makeDataDir();
  lyceum = await start();
  examCourse = await openExamCourse(lyceum.url);
}, 60_000);

afterAll(async () => {
  const server = await embeddedServer(dataDir).catch(() => undefined);
  await killAll();
  await until(() => !server || !isAlive(server.pid));
  await rm(dataDir, { recursive: true, force: true });
});

/** Works in parallel until the progress is reached, kills the process at that moment, and starts another. */
async function workUntilKilled(tolds: readonly Told[], arrived: Member[], isTime: (progress: Progress) => boolean) {
  const progress: Progress = { saves: 0, submissions: 0, enrolments: 0 };
  let killed = false;
  const onAcknowledged = (what: keyof Progress) => {
    progress[what] += 1;
    if (killed || !isTime(progress)) return;
    killed = true;
    lyceum.signal('SIGKILL');
  };
  const unlessKilled = (error: unknown) => {
    if (!killed) throw error;
  };
  const { url } = lyceum;
  await Promise.all([
    ...tolds.map((told) => work(url, told, onAcknowledged).catch(unlessKilled)),
    ...Array.from({ length: newcomers }, () => arrive(url, examCourse, arrived, onAcknowledged).catch(unlessKilled)),
  ]);
  expect(killed).toBe(true);
  expect(await lyceum.ended).toEqual({ code: null, signal: 'SIGKILL' });
  lyceum = await start();
}

interface SeenAttempt {
  readonly status: string;
  readonly items: readonly { readonly id: string; readonly sequence: number; readonly response: object | null }[];
}

async function seen({ student, sitting }: Told): Promise<SeenAttempt> {
  const { data } = await send<{ attempt: SeenAttempt }, { id: string }>(
    lyceum.url,
    'query ($id: ID!) { attempt(id: $id) { status items { id sequence response { optionIds value number } } } }',
    { id: sitting.attemptId },
    { token: student.token },
  );
  if (!data?.attempt) throw new Error(`The attempt of ${student.name} is missing`);
  return data.attempt;
}

/** Every acknowledged save and submission exists, and each response is the one sent with its sequence number. */
function expectKept({ sitting, saved, submission }: Told, attempt: SeenAttempt): void {
  for (const item of sitting.items) {
    const held = attempt.items.find(({ id }) => id === item.id);
    if (!held) throw new Error('an item is missing');
    expect(held.sequence).toBeGreaterThanOrEqual(saved.get(item.id) ?? 0);
    if (held.sequence === 0) continue;
    const { itemId: _itemId, sequence: _sequence, ...response } = responseTo(item, held.sequence);
    expect(held.response).toMatchObject(response);
  }
  if (submission === 'acknowledged') expect(attempt.status).toBe('GRADED');
  if (submission === 'not sent') expect(attempt.status).toBe('IN_PROGRESS');
}

async function learnersWithGrades(): Promise<string[]> {
  const { instructor, courseId } = examCourse;
  const { course } = await instructor.at(lyceum.url).do(CourseGradesDocument, { courseId, first: 100 });
  return (course?.grades?.nodes ?? []).flatMap(({ learner }) => learner?.name ?? []);
}

describe('a process killed while many students save and submit', () => {
  it.each<[string, (progress: Progress) => boolean]>([
    ['the first save is acknowledged', ({ saves }) => saves >= 1],
    ['some save and others submit', ({ saves, submissions }) => saves >= classSize && submissions >= 2],
    ['nearly all have submitted', ({ submissions }) => submissions >= classSize - 1],
  ])(
    'loses nothing acknowledged and does nothing twice, when %s',
    async (_moment, isTime) => {
      const students = await enrolStudents(lyceum.url, examCourse, classSize);
      const tolds = await prepare(lyceum.url, examCourse, students);
      const arrived: Member[] = [];
      await workUntilKilled(tolds, arrived, isTime);

      for (const told of tolds) expectKept(told, await seen(told));
      const graded = await learnersWithGrades();
      const handedIn = tolds.filter(({ submission }) => submission === 'acknowledged');
      expect(graded).toEqual(expect.arrayContaining(handedIn.map(({ student }) => student.name)));
      await until(() => outboxesAreEmpty(dataDir));
      expect(await audit(dataDir)).toEqual(sound);

      for (const student of arrived)
        await handIn(student.at(lyceum.url), await sit(student.at(lyceum.url), examCourse));
      await Promise.all(tolds.map((told) => goOn(lyceum.url, told)));
      const names = [...students, ...arrived].map(({ name }) => name);
      expect(await learnersWithGrades()).toEqual(expect.arrayContaining(names));
      await until(() => outboxesAreEmpty(dataDir));
      expect(await audit(dataDir)).toEqual(sound);
    },
    60_000,
  );
});

describe('a second start on the same folder', () => {
  it('is refused while the first one runs, and does not affect it', async () => {
    const second = spawnMain('cli/dist/lyceum.js', { LYCEUM_DATA_DIR: dataDir, PORT: '0' }, ['start']);
    expect(await second.ended).toEqual({ code: 1, signal: null });
    expect(second.stderr()).toMatch(/^Another Lyceum is using .*; stop it first or choose another folder .*\.\n$/);
    expect((await fetch(new URL('/health/ready', lyceum.url))).status).toBe(200);
  });
});

describe('a process that receives a signal', () => {
  it('exits with 0 on Ctrl-C, stops PostgreSQL and frees the port', async () => {
    const server = await embeddedServer(dataDir);
    lyceum.signal('SIGINT');
    expect(await lyceum.ended).toEqual({ code: 0, signal: null });
    expect(lyceum.stdout()).toMatch(/Stopped\..*\n$/);
    expect(lyceum.stderr()).toBe('');
    expect(isAlive(server.pid)).toBe(false);
    const held = await holdPort(Number(new URL(lyceum.url).port));
    await held.release();
  });

  it('answers requests in flight on SIGTERM, after another start', async () => {
    lyceum = await start();
    const students = await enrolStudents(lyceum.url, examCourse, 5);
    const sittings = await Promise.all(students.map((student) => sit(student, examCourse)));
    const inTheWay = await connectEmbedded(dataDir, 'lyceum_assessment');
    const watching = await connectEmbedded(dataDir, 'lyceum_assessment');
    try {
      await inTheWay.query('BEGIN; LOCK TABLE attempt IN EXCLUSIVE MODE');
      const saves = Promise.all(
        students.map(async (student, index) => {
          const sitting = sittings[index];
          if (sitting) await answerRight(student, examCourse, sitting);
        }),
      );
      await until(async () => {
        const { rows } = await watching.query("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'");
        return rows.length >= students.length;
      });
      lyceum.signal('SIGTERM');
      await lyceum.says(/Stopping/);
      await inTheWay.query('COMMIT');
      await saves;
    } finally {
      await Promise.all([inTheWay, watching].map((client) => client.end()));
    }
    expect(await lyceum.ended).toEqual({ code: 0, signal: null });
    expect(lyceum.stderr()).toBe('');
  }, 60_000);
});
