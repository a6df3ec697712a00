import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import { launch, readLyceumEnvironment, runEvents } from '@lyceum/cli';
import { CourseCreated, CourseId, newId, UserId } from '@lyceum/contracts';
import { databaseUrl } from '@lyceum/database';
import { testServerUrl, until } from '@lyceum/testing';
import pg from 'pg';
import { environmentWith } from '../harness/environment.ts';
import { createInstallation, type Installation, makeDataDir } from '../harness/installation.ts';

let installation: Installation;
const clients: pg.Client[] = [];
let course: pg.Client;
let assessment: pg.Client;

beforeAll(async () => {
  installation = await createInstallation(testServerUrl());
  await installation.launch();
  [course, assessment] = (await Promise.all(['course', 'assessment'].map(open))) as [pg.Client, pg.Client];
  // Courses of the instructors in this table are rejected.
  await assessment.query('CREATE TABLE unwanted (instructor_id uuid PRIMARY KEY)');
  await assessment.query(`
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF EXISTS (SELECT 1 FROM unwanted WHERE instructor_id = NEW.instructor_id) THEN RAISE EXCEPTION E'no room\\nfor two lines'; END IF;
      RETURN NEW;
    END $$`);
  await assessment.query(
    'CREATE TRIGGER refuse BEFORE INSERT OR UPDATE ON course_instructor FOR EACH ROW EXECUTE FUNCTION refuse()',
  );
});
afterAll(async () => {
  for (const client of clients) await client.end();
  await installation.remove();
});
beforeEach(async () => {
  await assessment.query('DELETE FROM unwanted');
  await assessment.query('TRUNCATE dead_letter, discarded_event, stream_position, course_instructor, course_member');
  await course.query('TRUNCATE event_log');
});

async function open(subgraph: string): Promise<pg.Client> {
  const url = databaseUrl(testServerUrl(), `${installation.settings.DATABASE_PREFIX}${subgraph}`);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  clients.push(client);
  return client;
}

/** Publishes the events of a course with the given versions. @returns the ids of the events */
async function tell(courseId: CourseId, instructorId: UserId, versions: readonly number[]): Promise<string[]> {
  const ids: string[] = [];
  for (const version of versions) {
    const payload = { courseId, title: 'Algebra', instructorId, createdAt: '2026-03-01T10:00:00.000Z' };
    const { rows } = await course.query(
      `WITH logged AS (
         INSERT INTO event_log (event_id, aggregate_type, aggregate_id, version, type, payload, headers)
         VALUES (gen_random_uuid(), 'course', $1, $2, $3, $4, '{}') RETURNING event_id, occurred_at
       ), queued AS (INSERT INTO outbox (event_id, occurred_at) SELECT event_id, occurred_at FROM logged)
       SELECT event_id FROM logged`,
      [courseId, version, CourseCreated.type, JSON.stringify(payload)],
    );
    ids.push(rows[0].event_id);
  }
  await until(async () => (await course.query('SELECT 1 FROM outbox')).rowCount === 0);
  return ids;
}

const refuse = (instructorId: UserId) => assessment.query('INSERT INTO unwanted VALUES ($1)', [instructorId]);
const accept = () => assessment.query('DELETE FROM unwanted');
const roster = async () =>
  (await assessment.query('SELECT course_id FROM course_instructor')).rows.map((row) => row.course_id);

async function events(line: string, settings: Readonly<Record<string, string>> = installation.settings) {
  const said: string[] = [];
  const complained: string[] = [];
  const code = await runEvents(
    line.split(' '),
    { say: (text) => void said.push(text), complain: (text) => void complained.push(text) },
    settings,
  );
  return { code, said: said.join('\n'), complained: complained.join('\n') };
}

describe('dead letters', () => {
  it('are reported as none if there are none', async () => {
    expect(await events('dead-letters')).toEqual({ code: 0, said: 'There are no dead letters.', complained: '' });
    expect((await events('dead-letters --subgraph course --consumer roster')).said).toBe(
      'There are no dead letters of roster in course.',
    );
    expect((await events('dead-letters --json')).said).toBe('[]');
    expect((await events('replay')).said).toBe('There was nothing to replay.');
  });

  it('are shown in a table with totals, one in full, and as JSON', async () => {
    const [courseId, instructorId] = [newId(CourseId), newId(UserId)];
    await refuse(instructorId);
    const [first = '', second = ''] = await tell(courseId, instructorId, [1, 2]);
    const lines = (await events('dead-letters')).said.split('\n');
    expect(lines[0]).toMatch(/^SUBGRAPH +CONSUMER +REASON +TYPE +AGGREGATE +EVENT +SINCE \(UTC\) +ATTEMPTS +ERROR$/);
    expect(lines[1]).toMatch(
      new RegExp(
        `^assessment +roster +FAILED +course.course.created.v1 +${courseId} v1 +${first} +20\\S+ \\S+ +5 +no room$`,
      ),
    );
    expect(lines[2]).toMatch(new RegExp(`^assessment +roster +BLOCKED .* ${courseId} v2 +${second} `));
    expect(lines.at(-1)).toBe('2 dead letters: 1 FAILED, 1 BLOCKED.');

    const { said } = await events(`dead-letters ${first}`);
    expect(said).toContain('no room\nfor two lines');
    expect(said).toContain('"title": "Algebra"');
    expect(await events(`dead-letters ${newId(CourseId)}`)).toMatchObject({ code: 1 });

    const json = JSON.parse((await events('dead-letters --json --consumer roster')).said);
    expect(json).toEqual([
      expect.objectContaining({ subgraph: 'assessment', consumer: 'roster', reason: 'FAILED', attempts: 5 }),
      expect.objectContaining({ reason: 'BLOCKED', envelope: expect.objectContaining({ id: second }) }),
    ]);
  });
});

describe('records that are no events', () => {
  it('are not shown if no broker answers, without affecting the rest', async () => {
    const settings = { ...installation.settings, KAFKA_BROKERS: '127.0.0.1:1' };
    const { code, said, complained } = await events('dead-letters', settings);
    expect(complained).toMatch(
      /^How many records stand in lyceum.parked is not known. No Kafka broker answers at 127.0.0.1:1/,
    );
    expect({ code, said }).toEqual({ code: 0, said: 'There are no dead letters.' });
  });
});

describe('a replay', () => {
  it('reports what fails again, then what is applied when the cause is fixed', async () => {
    const [courseId, instructorId] = [newId(CourseId), newId(UserId)];
    await refuse(instructorId);
    const [first] = await tell(courseId, instructorId, [1, 2]);
    const failed = await events(`replay --event ${first}`);
    expect(failed.code).toBe(1);
    expect(failed.said).toContain(
      `failed       roster  course.course.created.v1  ${courseId} v1  ${first}\n             no room`,
    );
    expect(failed.said).toContain('1 dead letter: 0 applied, 0 passed over, 1 failed.');

    await accept();
    const applied = await events('replay --subgraph assessment');
    expect(applied.code).toBe(0);
    expect(applied.said).toContain('2 dead letters: 2 applied, 0 passed over, 0 failed.');
    expect(await roster()).toEqual([courseId]);
    await tell(courseId, instructorId, [3]);
    expect((await events('dead-letters')).said).toBe('There are no dead letters.');
  });
});

describe('discarding', () => {
  it('shows what it would do, and does it when confirmed', async () => {
    const [courseId, wrong, right] = [newId(CourseId), newId(UserId), newId(UserId)];
    await refuse(wrong);
    const [poison] = await tell(courseId, wrong, [1]);
    await tell(courseId, right, [2]);
    const preview = await events(`discard ${poison} --consumer roster`);
    expect(preview).toMatchObject({ code: 0 });
    expect(preview.said).toContain('1 other dead letter of the same aggregate would be replayed.');
    expect((await events('dead-letters')).said).toContain('2 dead letters');

    const done = await events(`discard ${poison} --consumer roster --yes`);
    expect(done.said).toContain('roster in assessment will never apply');
    expect(done.said).toContain('1 dead letter: 1 applied');
    expect((await assessment.query('SELECT instructor_id FROM course_instructor')).rows).toEqual([
      { instructor_id: right },
    ]);
    expect(await events(`discard ${poison} --consumer roster --yes`)).toMatchObject({ code: 1 });
  });
});

describe('rebuilding', () => {
  it('restores the lost data of a projection', async () => {
    const courses = [newId(CourseId), newId(CourseId)];
    for (const courseId of courses) await tell(courseId, newId(UserId), [1, 2]);
    await assessment.query('TRUNCATE course_instructor');
    const prefix = installation.settings.DATABASE_PREFIX;
    const { code, said } = await events('rebuild roster');
    expect(said).toContain(`Rebuilding roster in ${prefix}assessment from the event log of ${prefix}course.`);
    expect(said).toContain('roster is rebuilt: 4 events read, 4 applied.');
    expect(code).toBe(0);
    expect((await roster()).sort()).toEqual(courses.sort());
    const courseId = newId(CourseId);
    await tell(courseId, newId(UserId), [1]);
    expect(await roster()).toContain(courseId);
  });

  it('reports events that could not be applied', async () => {
    const [courseId, instructorId] = [newId(CourseId), newId(UserId)];
    await tell(courseId, instructorId, [1]);
    await refuse(instructorId);
    expect((await events('rebuild roster')).said).toContain(
      '1 event could not be applied: npm run events -- dead-letters',
    );
    expect((await events('dead-letters')).said).toContain('1 FAILED');
  });
});

describe('a command that fails', () => {
  it.each([
    [
      'reply',
      'There is no command "reply"; there are dead-letters, replay, discard and rebuild. See: npm run events -- --help',
    ],
    ['replay --subgraph grades', 'There is no subgraph "grades"; there are identity, course, assessment.'],
    ['rebuild grades', 'There is no consumer "grades"; the projections are: stale-tokens, roster.'],
  ])('%p gives the reason, with exit code 2', async (line, sentence) => {
    const { code, complained } = await events(line);
    expect(complained).toContain(sentence);
    expect(code).toBe(2);
  });

  it('because there is no installation says what to do', async () => {
    const missing = { ...installation.settings, DATABASE_PREFIX: 'never_started_' };
    expect(await events('dead-letters', missing)).toEqual({
      code: 1,
      said: '',
      complained: expect.stringMatching(/database "never_started_identity" .* does not exist/),
    });
    const dataDir = `${installation.dataDir}/nothing`;
    expect(await events('dead-letters', { LYCEUM_DATA_DIR: dataDir })).toMatchObject({
      code: 1,
      complained: expect.stringContaining(`There is no Lyceum in ${dataDir}: start it once`),
    });
  });

  it('sets the exit code of the process', async () => {
    const main = new URL('../../../cli/dist/lyceum.js', import.meta.url).pathname;
    const run = (...words: string[]) =>
      promisify(execFile)(process.execPath, [main, 'events', ...words], {
        env: environmentWith(installation.settings),
      });
    await expect(run('reply')).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('no command "reply"'),
    });
    expect((await run('--help')).stdout).toContain('npm run events -- rebuild CONSUMER');
    expect((await run('dead-letters')).stdout).toBe('There are no dead letters.\n');
  });
});

describe('the embedded PostgreSQL', () => {
  it('is used while Lyceum runs on it, and otherwise started for the command', async () => {
    const dataDir = await makeDataDir();
    const settings = { LYCEUM_DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent' };
    try {
      const lyceum = await launch(await readLyceumEnvironment(settings), () => undefined);
      try {
        expect(await events('dead-letters', settings)).toEqual({
          code: 0,
          said: 'There are no dead letters.',
          complained: '',
        });
      } finally {
        await lyceum.stop();
      }
      const { said, complained } = await events('rebuild roster', settings);
      expect(complained).toContain(`Lyceum is not running: starting the PostgreSQL of ${dataDir} for this command.`);
      expect(said).toContain('roster is rebuilt: 0 events read, 0 applied.');
      const again = await launch(await readLyceumEnvironment(settings), () => undefined);
      await again.stop();
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  }, 60_000);
});
