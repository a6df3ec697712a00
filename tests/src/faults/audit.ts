import type pg from 'pg';
import type { AcknowledgementLog } from './acknowledgement-log.ts';
import type { RegradedCourse } from './regraded-course.ts';
import { type Connections, type DatabaseName, type Site, withDatabases } from './site.ts';

/** What the databases owe or have too much of; each entry says what. */
export interface Findings {
  /** Told to a client and not there, or stored and without its effect. */
  readonly lost: readonly string[];
  /** There more than once. */
  readonly doubled: readonly string[];
  /** Events without the state that they tell of. */
  readonly unfounded: readonly string[];
}

/** Looks into every database in SQL, once the site has settled. */
export function audit(
  site: Pick<Site, 'connect'>,
  told: AcknowledgementLog,
  courses: readonly RegradedCourse[],
): Promise<Findings> {
  return withDatabases(site, async (connections) => ({
    lost: [
      ...(await lostFacts(connections, told)),
      ...(await withoutEvent(connections)),
      ...(await withoutEffect(connections)),
      ...(await putAside(connections)),
      ...(await unseenChanges(connections, courses)),
    ],
    doubled: [...(await doubledEvents(connections)), ...(await doubledEffects(connections))],
    unfounded: await withoutState(connections),
  }));
}

/**
 * Whether an item holds the response that a client sent: of single choices, true or false and numbers. Clients know
 * options by ids that the item's seed makes.
 */
const isStored = `(CASE WHEN told.response ? 'optionIds'
  THEN left(encode(sha256(convert_to(item.seed || ':' || (item.response->>'optionId'), 'UTF8')), 'hex'), 16)
    = told.response->'optionIds'->>0
  ELSE item.response @> told.response END)`;

/** What clients were told and the databases do not hold. */
async function lostFacts({ identity, course, assessment }: Connections, told: AcknowledgementLog): Promise<string[]> {
  const missing = async (client: pg.Client, what: string, facts: readonly object[], columns: string, kept: string) =>
    texts(
      client,
      `SELECT '${what} ' || told::text AS text FROM jsonb_to_recordset($1::jsonb) AS told(${columns})
       WHERE NOT EXISTS (${kept})`,
      [JSON.stringify(facts)],
    );
  const lastReviews = new Map(told.of('review').map((fact) => [`${fact.attemptId}/${fact.itemId}`, fact]));
  return [
    ...(await missing(
      identity,
      'account',
      told.of('account'),
      '"userId" uuid, email text',
      'SELECT 1 FROM account WHERE id = told."userId" AND email = told.email',
    )),
    ...(await missing(
      course,
      'enrolment',
      told.of('enrolment'),
      '"courseId" uuid, "learnerId" uuid',
      'SELECT 1 FROM enrolment WHERE course_id = told."courseId" AND learner_id = told."learnerId"',
    )),
    ...(await missing(
      course,
      'completion',
      told.of('completion'),
      '"lessonId" uuid, "learnerId" uuid',
      `SELECT 1 FROM lesson_completion JOIN enrolment ON enrolment.id = enrolment_id
         WHERE lesson_id = told."lessonId" AND learner_id = told."learnerId"`,
    )),
    ...(await missing(
      assessment,
      'save',
      told.of('save'),
      '"itemId" uuid, sequence int, response jsonb',
      `SELECT 1 FROM attempt_item item WHERE id = told."itemId"
         AND (item.sequence > told.sequence OR item.sequence = told.sequence AND ${isStored})`,
    )),
    ...(await missing(
      assessment,
      'submission',
      told.of('submission'),
      '"attemptId" uuid',
      `SELECT 1 FROM attempt JOIN grade USING (exam_id, learner_id)
         WHERE attempt.id = told."attemptId" AND status = 'GRADED'`,
    )),
    ...(await missing(
      assessment,
      'review',
      [...lastReviews.values()],
      '"itemId" uuid, points numeric',
      `SELECT 1 FROM attempt_item WHERE id = told."itemId" AND outcome->>'state' = 'REVIEWED'
         AND (outcome->>'points')::numeric = told.points`,
    )),
  ];
}

/** How each domain's state and its events belong together: the key of both, for every row that there must be an event of. */
const tellings: readonly { database: DatabaseName; type: string; state: string; key: string }[] = [
  {
    database: 'identity',
    type: 'identity.user.registered.v1',
    state: 'SELECT id::text AS key FROM account',
    key: "payload->>'userId'",
  },
  {
    database: 'course',
    type: 'course.course.created.v1',
    state: 'SELECT id::text AS key FROM course',
    key: "payload->>'courseId'",
  },
  {
    database: 'course',
    type: 'course.course.published.v1',
    state: 'SELECT id::text AS key FROM course WHERE published_at IS NOT NULL',
    key: "payload->>'courseId'",
  },
  {
    database: 'course',
    type: 'course.enrolment.created.v1',
    state: 'SELECT id::text AS key FROM enrolment',
    key: "payload->>'enrolmentId'",
  },
  {
    database: 'course',
    type: 'course.enrolment.lesson-completed.v1',
    state: "SELECT enrolment_id || '/' || lesson_id AS key FROM lesson_completion",
    key: "payload->>'enrolmentId' || '/' || (payload->>'lessonId')",
  },
  {
    database: 'assessment',
    type: 'assessment.exam.published.v1',
    state: "SELECT id::text AS key FROM exam WHERE status = 'PUBLISHED'",
    key: "payload->>'examId'",
  },
  {
    database: 'assessment',
    type: 'assessment.attempt.submitted.v1',
    state: "SELECT id::text AS key FROM attempt WHERE status <> 'IN_PROGRESS'",
    key: "payload->>'attemptId'",
  },
  {
    database: 'assessment',
    type: 'assessment.grade.changed.v1',
    state: "SELECT feed_entry.key || '/' || version AS key FROM feed_entry",
    key: "payload->>'courseId' || '/' || (payload->>'feedVersion')",
  },
];

const events = (type: string, key: string) => `SELECT ${key} AS key FROM event_log WHERE type = '${type}'`;

async function withoutEvent(connections: Connections): Promise<string[]> {
  return inTurn(tellings, ({ database, type, state, key }) =>
    texts(
      connections[database],
      `SELECT '${type} of ' || key AS text FROM (${state} EXCEPT ${events(type, key)}) missing`,
    ),
  );
}

async function withoutState(connections: Connections): Promise<string[]> {
  return inTurn(tellings, ({ database, type, state, key }) =>
    texts(
      connections[database],
      `SELECT '${type} of ' || key AS text FROM (${events(type, key)} EXCEPT ${state}) left_over`,
    ),
  );
}

async function doubledEvents(connections: Connections): Promise<string[]> {
  return inTurn(tellings, ({ database, type, key }) =>
    texts(
      connections[database],
      `SELECT '${type} of ' || key AS text FROM (${events(type, key)}) told GROUP BY key HAVING count(*) > 1`,
    ),
  );
}

/** Events that the counter or the roster has not heard of, and those that nobody told and it counts all the same. */
async function withoutEffect({ identity, course, assessment, counter }: Connections): Promise<string[]> {
  const logged = (await Promise.all([identity, course, assessment].map(logOf))).flat();
  const counted = await texts(counter, 'SELECT event_id::text AS text FROM counter');
  const heard = new Set(counted);
  const known = new Set(logged.map(({ id }) => id));
  const learners = new Set(await texts(assessment, "SELECT course_id || '/' || user_id AS text FROM course_member"));
  const enrolled = await texts(course, "SELECT course_id || '/' || learner_id AS text FROM enrolment");
  const taught = new Set(
    await texts(assessment, "SELECT course_id || '/' || instructor_id AS text FROM course_instructor"),
  );
  const courses = await texts(course, "SELECT id || '/' || instructor_id AS text FROM course");
  return [
    ...logged.filter(({ id }) => !heard.has(id)).map(({ id, type }) => `the count of ${type} ${id}`),
    ...counted.filter((id) => !known.has(id)).map((id) => `the log of event ${id}`),
    ...enrolled.filter((pair) => !learners.has(pair)).map((pair) => `the learner ${pair} in the roster`),
    ...courses.filter((pair) => !taught.has(pair)).map((pair) => `the course ${pair} in the roster`),
  ];
}

/** Events that really happened and are among the dead letters all the same. */
async function putAside({ identity, course, assessment, counter }: Connections): Promise<string[]> {
  const known = new Set<string>();
  for (const client of [identity, course, assessment]) for (const { id } of await logOf(client)) known.add(id);
  const letters = await inTurn([assessment, counter], async (client) =>
    texts(client, "SELECT event_id || ' among the dead letters of ' || consumer AS text FROM dead_letter"),
  );
  return letters.filter((text) => known.has(text.split(' ')[0] ?? ''));
}

async function doubledEffects({ counter }: Connections): Promise<string[]> {
  return texts(
    counter,
    "SELECT 'the count of ' || event_id AS text FROM counter GROUP BY event_id HAVING count(*) > 1",
  );
}

async function logOf(client: pg.Client): Promise<{ id: string; type: string }[]> {
  return (await client.query('SELECT event_id::text AS id, type FROM event_log')).rows;
}

/** What followers of a feed saw, against the feed: each change once, in order, none left out. */
async function unseenChanges({ assessment }: Connections, courses: readonly RegradedCourse[]): Promise<string[]> {
  return inTurn(courses, async ({ courseId, seen }) => {
    const { rows } = await assessment.query<{ place: string }>(
      `SELECT (entry->>'id') || '@' || (entry->>'version') AS place FROM feed_entry WHERE key = $1 ORDER BY version`,
      [courseId],
    );
    const entries = rows.map(({ place }) => place);
    const watched = seen.map(({ gradeId, version }) => `${gradeId}@${version}`);
    const at = entries.findIndex((place, index) => watched[index] !== place);
    if (at === -1 && entries.length === watched.length) return [];
    return [
      `the feed of ${courseId} from change ${at === -1 ? entries.length : at} on, of ${entries.length}; seen: ${watched.length}`,
    ];
  });
}

/** A connection answers one statement at a time. */
async function inTurn<Item>(items: readonly Item[], find: (item: Item) => Promise<string[]>): Promise<string[]> {
  const found: string[] = [];
  for (const item of items) found.push(...(await find(item)));
  return found;
}

async function texts(client: pg.Client, sql: string, values: readonly unknown[] = []): Promise<string[]> {
  return (await client.query<{ text: string }>(sql, [...values])).rows.map(({ text }) => text);
}
