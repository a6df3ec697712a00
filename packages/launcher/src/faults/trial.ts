import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { audit, type Findings } from './audit.ts';
import { Classroom } from './classroom.ts';
import { Random } from './random.ts';
import { databases, type Site } from './site.ts';
import { Student } from './student.ts';
import { ToldLog } from './told-log.ts';
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
  /** From each fault to the moment at which a new student had gone the whole way and every event of it had had its effect; ms. */
  readonly recoveries: readonly number[];
}

export interface Trial {
  readonly random: Random;
  readonly classrooms: readonly Classroom[];
  readonly told: ToldLog;
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
  const told = new ToldLog(join(site.folder, `told-${Date.now()}.jsonl`));
  const classrooms = await Promise.all([Classroom.open(site.url, told), Classroom.open(site.url, told)]);
  const workload = new Workload(site.url, classrooms, told, { seed, lanes });
  const recoveries: number[] = [];
  let injected = 0;
  try {
    const play = async () => {
      while (injected < times) {
        injected += await inject({ random, classrooms, told });
        for (const classroom of classrooms) if (random.fraction() < 0.5) classroom.cut();
        recoveries.push(await untilRecovered(site, classrooms, told));
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

/** A new student goes the whole way, and the events of it have had their effects. @returns how long that took, in ms */
async function untilRecovered(site: Site, classrooms: readonly Classroom[], told: ToldLog): Promise<number> {
  const begin = performance.now();
  const [classroom] = classrooms;
  if (!classroom) throw new Error('no classroom');
  const student = await Student.register(site.url, told);
  await student.enrol(classroom);
  const attemptId = await student.sit(classroom, 1);
  await until('the tally of a new student', async () => {
    const tally = await site.connect('tally');
    try {
      const { rows } = await tally.query(
        "SELECT 1 FROM tally WHERE (type, subject) IN (('identity.user.registered.v1', $1), ('assessment.attempt.submitted.v1', $2))",
        [student.userId, attemptId],
      );
      return rows.length >= 2;
    } finally {
      await tally.end();
    }
  });
  return performance.now() - begin;
}

/** Every event has been carried and counted, every change seen. What never settles is left to the audit. */
export async function untilSettled(site: Site, classrooms: readonly Classroom[]): Promise<void> {
  const connections = await Promise.all(databases.map((name) => site.connect(name)));
  const [identity, course, assessment, tally] = connections as Record<number, Awaited<ReturnType<Site['connect']>>> &
    typeof connections;
  const number = async (client: (typeof connections)[number] | undefined, sql: string, values: unknown[] = []) =>
    Number((await client?.query(sql, values))?.rows[0].number);
  try {
    await until('the site to settle', async () => {
      const domains = [identity, course, assessment];
      const waiting = await Promise.all(
        domains.map((client) => number(client, 'SELECT count(*) AS number FROM outbox')),
      );
      if (waiting.some((events) => events > 0)) return false;
      const logged = await Promise.all(
        domains.map((client) => number(client, 'SELECT count(*) AS number FROM event_log')),
      );
      const counted = await number(tally, 'SELECT count(*) AS number FROM tally');
      if (counted < logged.reduce((sum, events) => sum + events, 0)) return false;
      const enrolled = await number(course, 'SELECT count(*) AS number FROM enrolment');
      if ((await number(assessment, 'SELECT count(*) AS number FROM roster_learner')) < enrolled) return false;
      for (const { courseId, seen } of classrooms) {
        const sql = 'SELECT count(*) AS number FROM grade_feed_entry WHERE course_id = $1';
        if (seen.length < (await number(assessment, sql, [courseId]))) return false;
      }
      return true;
    }).catch(() => undefined);
  } finally {
    await Promise.all(connections.map((client) => client.end()));
  }
}

/** @throws where the condition does not hold within a minute; what it throws itself meanwhile means that it does not hold yet */
export async function until(what: string, condition: () => Promise<boolean>): Promise<void> {
  const giveUpAt = Date.now() + settledWithinMs;
  while (!(await condition().catch(() => false))) {
    if (Date.now() > giveUpAt) throw new Error(`Waited ${settledWithinMs / 1_000} s for ${what}`);
    await sleep(25);
  }
}
