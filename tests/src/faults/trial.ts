import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { AcknowledgementLog } from './acknowledgement-log.ts';
import { audit, type Findings } from './audit.ts';
import type { Clients } from './client.ts';
import type { Deadline } from './deadline.ts';
import { Random } from './random.ts';
import { RegradedCourse } from './regraded-course.ts';
import { type Site, withDatabases } from './site.ts';
import { Student } from './student.ts';
import { Workload } from './workload.ts';

/** One line of the report. */
export interface TrialResult {
  readonly site: string;
  readonly fault: string;
  readonly injected: number;
  /** Writes that clients were told are done, while the faults happened. */
  readonly acknowledged: number;
  /** How often they were not answered, or "not now", and asked again. */
  readonly retries: number;
  readonly findings: Findings;
  /** Where the site keeps its files: what its processes wrote, what clients were told. */
  readonly folder: string;
  /**
   * From each fault, or the end of one that lasts, to the moment at which a new student had gone the whole way and their registration, their
   * enrolment and their submission had had their effects; ms.
   */
  readonly recoveries: readonly number[];
  /** The whole trial, and each of its rounds from before the fault until it was recovered from; ms. */
  readonly took: { readonly whole: number; readonly rounds: readonly number[] };
}

export interface Trial<Kind extends Site = Site> {
  readonly site: Kind;
  readonly random: Random;
  readonly told: AcknowledgementLog;
  /** Begins the time to recover; unless called, that begins when the injection resolves. */
  struck(): void;
}

const lanes = 3;
const settledWithinMs = 60_000;

/**
 * Works on a site while faults happen to it, lets it settle and audits it.
 * @param options.inject makes faults happen; resolves when they have, with how many they were
 * @param options.abandon stops the site; called where the trial fails, so that nothing of it goes on
 * @throws {Error} also when the deadline passes, without an audit
 */
export async function runTrial<Kind extends Site>(options: {
  site: Kind;
  fault: string;
  times: number;
  seed: number;
  deadline: Deadline;
  inject: (trial: Trial<Kind>) => Promise<number>;
  abandon: () => Promise<void>;
}): Promise<TrialResult> {
  const { site, fault, times, seed, deadline, inject, abandon } = options;
  const begin = performance.now();
  const random = new Random(seed);
  const told = new AcknowledgementLog(join(site.folder, `told-${Date.now()}.jsonl`));
  const clients = { url: site.url, told, signal: deadline.signal };
  const recoveries: number[] = [];
  const rounds: number[] = [];
  const courses: RegradedCourse[] = [];
  let workload: Workload | undefined;
  let injected = 0;

  const round = async () => {
    const roundBegin = performance.now();
    let struckAt: number | undefined;
    const struck = () => {
      struckAt = performance.now();
    };
    injected += await deadline.wait('the fault to happen', () => inject({ site, random, told, struck }));
    struckAt ??= performance.now();
    for (const course of courses) if (random.fraction() < 0.5) course.cut();
    await untilRecovered(site, random.pick(courses), clients, deadline);
    recoveries.push(performance.now() - struckAt);
    rounds.push(performance.now() - roundBegin);
  };
  const play = async () => {
    while (injected < times) await round();
  };

  try {
    const opened = () => Promise.all([RegradedCourse.open(clients), RegradedCourse.open(clients)]);
    courses.push(...(await deadline.wait('the courses to open', opened)));
    workload = new Workload(clients, courses, { seed, lanes, thinkMs: site.thinkMs });
    await Promise.race([play(), workload.failed]);
    await deadline.wait('the clients to come to an end', () => workload?.stop() ?? Promise.resolve());
    await deadline.wait('the site to settle', () => untilSettled(site, courses, deadline.signal));
    const findings = await deadline.wait('the audit', () => audit(site, told, courses));
    return {
      site: site.name,
      fault,
      injected,
      acknowledged: told.facts.length,
      retries: told.retries,
      findings,
      folder: site.folder,
      recoveries,
      took: { whole: performance.now() - begin, rounds },
    };
  } catch (error) {
    deadline.end();
    await abandon();
    throw error;
  } finally {
    deadline.end();
    await workload?.stop().catch(() => undefined);
    await Promise.all(courses.map((course) => course.leave()));
    told.close();
  }
}

/** A new student goes the whole way, and what the roster and the counter make of it has happened. */
async function untilRecovered(site: Site, course: RegradedCourse, clients: Clients, deadline: Deadline): Promise<void> {
  const student = await deadline.wait('a new student to register', () => Student.register(clients));
  await deadline.wait('a new student to enrol', () => student.enrol(course));
  // The exam cannot be sat before the roster has heard of the enrolment.
  const attemptId = await deadline.wait('a new student to sit the exam', () => student.sit(course, 1));
  await deadline.wait('the count of a new student', () =>
    untilCounted(site, { registered: student.userId, submitted: attemptId }, deadline.signal),
  );
}

async function untilCounted(
  site: Site,
  subjects: { registered: string; submitted: string },
  signal: AbortSignal,
): Promise<void> {
  let counter: pg.Client | undefined;
  const isCounted = async () => {
    counter ??= await site.connect('counter');
    const { rows } = await counter.query(
      `SELECT DISTINCT type FROM counter
       WHERE (type, subject) IN (('identity.user.registered.v1', $1), ('assessment.attempt.submitted.v1', $2))`,
      [subjects.registered, subjects.submitted],
    );
    return rows.length === 2;
  };
  const disconnect = async () => {
    await counter?.end().catch(() => undefined);
    counter = undefined;
  };
  try {
    await until(
      'the count of a new student',
      () =>
        isCounted().catch(async (error) => {
          // PostgreSQL may be what the fault happens to.
          await disconnect();
          throw error;
        }),
      signal,
    );
  } finally {
    await disconnect();
  }
}

/** Every event has been carried and counted, every change seen. What never settles is left to the audit. */
export function untilSettled(site: Site, courses: readonly RegradedCourse[], signal: AbortSignal): Promise<void> {
  return withDatabases(site, async ({ identity, course, assessment, counter }) => {
    const domains = [identity, course, assessment];
    const isSettled = async () => {
      if ((await sumOf(domains, 'outbox')) > 0) return false;
      if ((await sumOf([counter], 'counter')) < (await sumOf(domains, 'event_log'))) return false;
      if ((await sumOf([assessment], 'course_member')) < (await sumOf([course], 'enrolment'))) return false;
      for (const { courseId, seen } of courses) {
        const entries = `(SELECT 1 FROM feed_entry WHERE key = '${courseId}') entry`;
        if (seen.length < (await sumOf([assessment], entries))) return false;
      }
      return true;
    };
    await until('the site to settle', isSettled, signal).catch(() => undefined);
  });
}

/** How many rows there are, of all connections together. */
async function sumOf(clients: readonly pg.Client[], rows: string): Promise<number> {
  let sum = 0;
  for (const client of clients) {
    const counted = await client.query(`SELECT count(*)::int AS number FROM ${rows}`);
    sum += counted.rows[0].number;
  }
  return sum;
}

/**
 * @throws where the condition does not hold within a minute, or the signal aborts before; what it throws itself meanwhile means that it does not
 * hold yet
 */
export async function until(what: string, condition: () => Promise<boolean>, signal?: AbortSignal): Promise<void> {
  const giveUpAt = Date.now() + settledWithinMs;
  while (!(await condition().catch(() => false))) {
    if (Date.now() > giveUpAt) throw new Error(`Waited ${settledWithinMs / 1_000} s for ${what}`);
    await sleep(50, undefined, { signal });
  }
}
