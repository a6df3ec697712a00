import { join } from 'node:path';
import { AcknowledgementLog } from './acknowledgement-log.ts';
import { audit, type Findings } from './audit.ts';
import { type FaultySite, openFaultySite } from './faulty-site.ts';
import { seed, soundFindings } from './prove.ts';
import { RegradedCourse } from './regraded-course.ts';
import type { DatabaseName, Site } from './site.ts';
import { until, untilSettled } from './trial.ts';
import { Workload } from './workload.ts';

let site: FaultySite;
let told: AcknowledgementLog;
let courses: RegradedCourse[];
const clientsEnd = new AbortController();

/** A course where nothing went wrong. */
beforeAll(async () => {
  site = await openFaultySite(seed);
  told = new AcknowledgementLog(join(site.folder, 'told.jsonl'));
  const clients = { url: site.url, told, signal: clientsEnd.signal };
  courses = [await RegradedCourse.open(clients)];
  const workload = new Workload(clients, courses, { seed, lanes: 2, thinkMs: site.thinkMs });
  await until('some reviews', async () => told.of('review').length >= 5);
  await workload.stop();
  await untilSettled(site, courses, clientsEnd.signal);
}, 90_000);
afterAll(async () => {
  clientsEnd.abort();
  await Promise.all(courses.map((course) => course.leave()));
  told.close();
  await site.stop();
  await site.remove();
}, 60_000);

/** Audits the site as it would be after a statement, which is then taken back. */
async function auditAfter(database: DatabaseName, sql: string): Promise<Findings> {
  const client = await site.connect(database);
  try {
    await client.query('BEGIN');
    expect((await client.query(sql)).rowCount).toBe(1);
    const inTransaction = new Proxy(client, {
      get: (target, name) => (name === 'end' ? async () => undefined : Reflect.get(target, name, target)),
    });
    const spoiled: Pick<Site, 'connect'> = {
      connect: async (name) => (name === database ? inTransaction : site.connect(name)),
    };
    return await audit(spoiled, told, courses);
  } finally {
    await client.query('ROLLBACK');
    await client.end();
  }
}

const one = (table: string, where = 'true') => `ctid = (SELECT ctid FROM ${table} WHERE ${where} LIMIT 1)`;
const columns = 'aggregate_type, aggregate_id, version, type, payload, headers, occurred_at';
const copiedEvent = (payload: string) => `
  INSERT INTO event_log (event_id, ${columns})
  SELECT gen_random_uuid(), ${columns.replace('payload', payload)} FROM event_log
  WHERE type = 'course.enrolment.created.v1' LIMIT 1`;

describe('the audit', () => {
  it('finds nothing where nothing went wrong', async () => {
    expect(await audit(site, told, courses)).toEqual(soundFindings);
  });

  it.each<[string, keyof Findings, RegExp, DatabaseName, string]>([
    [
      'an account',
      'lost',
      /^account /,
      'identity',
      `UPDATE account SET email = 'x' WHERE ${one('account', "email LIKE '%@faults.example'")}`,
    ],
    [
      'an enrolment',
      'lost',
      /^enrolment /,
      'course',
      `UPDATE enrolment SET learner_id = gen_random_uuid() WHERE ${one('enrolment')}`,
    ],
    [
      'a completed lesson',
      'lost',
      /^completion /,
      'course',
      `DELETE FROM lesson_completion WHERE ${one('lesson_completion')}`,
    ],
    [
      'a response',
      'lost',
      /^save /,
      'assessment',
      `UPDATE attempt_item SET sequence = 0 WHERE ${one('attempt_item', 'sequence > 0')}`,
    ],
    [
      'a response that is another one',
      'lost',
      /^save /,
      'assessment',
      `UPDATE attempt_item SET response = '{"kind": "NOTHING"}' WHERE ${one('attempt_item', 'sequence > 0')}`,
    ],
    [
      'a submission',
      'lost',
      /^submission /,
      'assessment',
      `UPDATE attempt SET status = 'SUBMITTED' WHERE ${one('attempt', "status = 'GRADED'")}`,
    ],
    [
      'a review',
      'lost',
      /^review /,
      'assessment',
      `UPDATE attempt_item SET outcome = jsonb_set(outcome, '{points}', '"9"') WHERE ${one('attempt_item', "outcome->>'state' = 'REVIEWED'")}`,
    ],
    [
      'an event',
      'lost',
      /^course\.enrolment\.created\.v1 of /,
      'course',
      `DELETE FROM event_log WHERE event_id = (SELECT event_id FROM event_log WHERE type = 'course.enrolment.created.v1' LIMIT 1)`,
    ],
    ['an effect', 'lost', /^the count of /, 'counter', `DELETE FROM counter WHERE ${one('counter')}`],
    [
      'an event that is among the dead letters',
      'lost',
      /among the dead letters of counter$/,
      'counter',
      `INSERT INTO dead_letter (consumer, event_id, type, aggregate_type, aggregate_id, version, envelope, reason, error, attempts)
       SELECT 'counter', event_id, type, 'course', subject, 1, '{}', 'FAILED', 'no', 5 FROM counter LIMIT 1`,
    ],
    [
      'somebody in a projection',
      'lost',
      /^the learner .* in the roster$/,
      'assessment',
      `DELETE FROM course_member WHERE ${one('course_member')}`,
    ],
    [
      'a change that no follower has seen',
      'lost',
      /^the feed of /,
      'assessment',
      `INSERT INTO feed_entry SELECT name, key, version + 1, entry FROM feed_entry ORDER BY version DESC LIMIT 1`,
    ],
    [
      'an effect that happened twice',
      'doubled',
      /^the count of /,
      'counter',
      `INSERT INTO counter SELECT * FROM counter LIMIT 1`,
    ],
    [
      'an event that was told twice',
      'doubled',
      /^course\.enrolment\.created\.v1 of /,
      'course',
      copiedEvent('payload'),
    ],
    [
      'an event of nothing',
      'unfounded',
      /^course\.enrolment\.created\.v1 of /,
      'course',
      copiedEvent(`payload || '{"enrolmentId": "none"}'`),
    ],
  ])('notices %s', async (_what, kind, entry, database, sql) => {
    const findings = await auditAfter(database, sql);
    expect(findings[kind]).toEqual(expect.arrayContaining([expect.stringMatching(entry)]));
  });
});
