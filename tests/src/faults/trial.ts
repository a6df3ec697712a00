import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { AcknowledgementLog } from './acknowledgement-log.ts';
import { audit, type Findings } from './audit.ts';
import { Classroom } from './classroom.ts';
import { Random } from './random.ts';
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
  /**
   * From each fault, or the end of one that lasts, to the moment at which a new student had gone the whole way and their registration, their
   * enrolment and their submission had had their effects; ms.
   */
  readonly recoveries: readonly number[];
}

export interface Trial {
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
 */
export async function runTrial(options: {
  site: Site;
  fault: string;
  times: number;
  seed: number;
  inject: (trial: Trial) => Promise<number>;
}): Promise<TrialResult> {
  const { site, fault, times, seed, inject } = options;
  const random = new Random(seed);
  const told = new AcknowledgementLog(join(site.folder, `told-${Date.now()}.jsonl`));
  const classrooms = await Promise.all([Classroom.open(site.url, told), Classroom.open(site.url, told)]);
  const workload = new Workload(site.url, classrooms, told, { seed, lanes });
  const recoveries: number[] = [];
  let injected = 0;
  try {
    const play = async () => {
      while (injected < times) {
        let struckAt: number | undefined;
        const struck = () => {
          struckAt = performance.now();
        };
        injected += await inject({ random, told, struck });
        struckAt ??= performance.now();
        for (const classroom of classrooms) if (random.fraction() < 0.5) classroom.cut();
        await untilRecovered(site, random.pick(classrooms), told);
        recoveries.push(performance.now() - struckAt);
      }
    };
    await Promise.race([play(), workload.failed]);
    await workload.stop();
    await untilSettled(site, classrooms);
    const findings = await audit(site, told, classrooms);
    return {
      site: site.name,
      fault,
      injected,
      acknowledged: told.facts.length,
      retries: told.retries,
      findings,
      recoveries,
    };
  } finally {
    await workload.stop().catch(() => undefined);
    await Promise.all(classrooms.map((classroom) => classroom.leave()));
    told.close();
  }
}

/** A new student goes the whole way, and what the roster and the counter make of it has happened. */
async function untilRecovered(site: Site, classroom: Classroom, told: AcknowledgementLog): Promise<void> {
  const student = await Student.register(site.url, told);
  await student.enrol(classroom);
  // The exam cannot be sat before the roster has heard of the enrolment.
  const attemptId = await student.sit(classroom, 1);
  await until('the count of a new student', () =>
    withDatabases(site, async ({ counter }) => {
      const { rows } = await counter.query(
        `SELECT DISTINCT type FROM counter
         WHERE (type, subject) IN (('identity.user.registered.v1', $1), ('assessment.attempt.submitted.v1', $2))`,
        [student.userId, attemptId],
      );
      return rows.length === 2;
    }),
  );
}

/** Every event has been carried and counted, every change seen. What never settles is left to the audit. */
export function untilSettled(site: Site, classrooms: readonly Classroom[]): Promise<void> {
  return withDatabases(site, async ({ identity, course, assessment, counter }) => {
    const domains = [identity, course, assessment];
    await until('the site to settle', async () => {
      if ((await sumOf(domains, 'outbox')) > 0) return false;
      if ((await sumOf([counter], 'counter')) < (await sumOf(domains, 'event_log'))) return false;
      if ((await sumOf([assessment], 'course_member')) < (await sumOf([course], 'enrolment'))) return false;
      for (const { courseId, seen } of classrooms) {
        const entries = `(SELECT 1 FROM feed_entry WHERE key = '${courseId}') entry`;
        if (seen.length < (await sumOf([assessment], entries))) return false;
      }
      return true;
    }).catch(() => undefined);
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

/** @throws where the condition does not hold within a minute; what it throws itself meanwhile means that it does not hold yet */
export async function until(what: string, condition: () => Promise<boolean>): Promise<void> {
  const giveUpAt = Date.now() + settledWithinMs;
  while (!(await condition().catch(() => false))) {
    if (Date.now() > giveUpAt) throw new Error(`Waited ${settledWithinMs / 1_000} s for ${what}`);
    await sleep(25);
  }
}
