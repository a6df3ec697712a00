import { AttemptSubmitted, CourseCreated, CoursePublished, GradeChanged, LearnerEnrolled } from '@lyceum/contracts';
import type pg from 'pg';
import { connectEmbedded } from './embedded-server.ts';

const subgraphs = ['identity', 'course', 'assessment'] as const;
/** The events that the roster consumes. */
const ofCourses = [CourseCreated, CoursePublished, LearnerEnrolled].map(({ type }) => type);

/** Violations of the invariants after a crash, counted in the databases when all events are delivered. */
export interface Audit {
  /** Events that no consumer could apply. */
  readonly deadLetters: number;
  /** Events of courses that the roster has not applied, or applied although they are not in the log. */
  readonly unheard: number;
  /** Submitted attempts without a grade, and grades without such an attempt. */
  readonly ungraded: number;
  readonly unfounded: number;
  /** Submitted attempts whose event was not published exactly once. */
  readonly submissionsMistold: number;
  /** Grade changes in the feed not published exactly once, and vice versa. */
  readonly changesMistold: number;
  /** Feeds whose versions are not 1, 2, … up to their head. */
  readonly brokenFeeds: number;
}

/** No violations. */
export const sound: Audit = {
  deadLetters: 0,
  unheard: 0,
  ungraded: 0,
  unfounded: 0,
  submissionsMistold: 0,
  changesMistold: 0,
  brokenFeeds: 0,
};

export async function outboxesAreEmpty(dataDir: string): Promise<boolean> {
  return withDatabases(dataDir, async (databases) => {
    const waiting = await Promise.all(databases.map((database) => count(database, 'SELECT 1 FROM outbox')));
    return waiting.every((events) => events === 0);
  });
}

export async function audit(dataDir: string): Promise<Audit> {
  return withDatabases(dataDir, async (databases) => {
    const [, course, assessment] = databases as [pg.Client, pg.Client, pg.Client];
    const deadLetters = await Promise.all(databases.map((database) => count(database, 'SELECT 1 FROM dead_letter')));
    const told = await course.query('SELECT event_id FROM event_log WHERE type = ANY($1)', [ofCourses]);
    const heard = await assessment.query("SELECT event_id FROM inbox WHERE consumer = 'roster'");
    return {
      deadLetters: deadLetters.reduce((sum, letters) => sum + letters, 0),
      unheard: differing(told.rows, heard.rows),
      ungraded: await count(
        assessment,
        `SELECT 1 FROM attempt WHERE status <> 'IN_PROGRESS'
         AND (status <> 'GRADED' OR NOT EXISTS (SELECT 1 FROM grade WHERE grade.attempt_id = attempt.id))`,
      ),
      unfounded: await count(
        assessment,
        `SELECT 1 FROM grade WHERE NOT EXISTS (SELECT 1 FROM attempt WHERE id = attempt_id AND status = 'GRADED')`,
      ),
      submissionsMistold: await count(
        assessment,
        `SELECT 1 FROM (SELECT id::text FROM attempt WHERE status <> 'IN_PROGRESS') handed_in
         FULL JOIN (SELECT aggregate_id FROM event_log WHERE type = '${AttemptSubmitted.type}') told
         ON told.aggregate_id = handed_in.id
         GROUP BY coalesce(id, aggregate_id) HAVING count(id) <> 1 OR count(aggregate_id) <> 1`,
      ),
      changesMistold: await count(
        assessment,
        `SELECT 1 FROM (SELECT key AS course_id, version FROM feed_entry WHERE name = 'grade') entry
         FULL JOIN (SELECT payload FROM event_log WHERE type = '${GradeChanged.type}') told
         ON payload->>'courseId' = course_id::text AND payload->>'feedVersion' = version::text
         GROUP BY coalesce(course_id::text, payload->>'courseId'), coalesce(version::text, payload->>'feedVersion')
         HAVING count(version) <> 1 OR count(payload) <> 1`,
      ),
      brokenFeeds: await count(
        assessment,
        `SELECT 1 FROM feed JOIN feed_entry entry USING (name, key) WHERE name = 'grade'
         GROUP BY key, feed.version
         HAVING count(*) <> feed.version OR min(entry.version) <> 1 OR max(entry.version) <> feed.version`,
      ),
    };
  });
}

async function withDatabases<Result>(dataDir: string, run: (databases: pg.Client[]) => Promise<Result>) {
  const databases = await Promise.all(subgraphs.map((name) => connectEmbedded(dataDir, `lyceum_${name}`)));
  try {
    return await run(databases);
  } finally {
    await Promise.all(databases.map((database) => database.end()));
  }
}

async function count(database: pg.Client, rows: string): Promise<number> {
  const { rows: counted } = await database.query(`SELECT count(*)::int AS number FROM (${rows}) found`);
  return counted[0].number;
}

/** The number of elements in only one of the lists. */
function differing(left: readonly { event_id: string }[], right: readonly { event_id: string }[]): number {
  const [first, second] = [left, right].map((rows) => new Set(rows.map(({ event_id }) => event_id)));
  const alone = (here: typeof first, there: typeof first) => [...(here ?? [])].filter((id) => !there?.has(id)).length;
  return alone(first, second) + alone(second, first) + (right.length - (second?.size ?? 0));
}
