import { randomBytes } from 'node:crypto';
import {
  EnrolDocument,
  GradeChangedDocument,
  type GradeChangedSubscription,
  SubmitAttemptDocument,
} from '@lyceum/cli/demo';
import { type LiveSubscription, openLive, send } from '@lyceum/client';
import type { CollectedSpan, TestCollector } from '@lyceum/telemetry/testing';
import { type ExamCourse, feedCursorOf, type Member, openExamCourse, register, sit } from './exam-course.ts';

/** A trace started by a client. */
export interface ClientTrace {
  readonly traceId: string;
  readonly spanId: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The results of a student who enrolled and submitted, each in a trace of their client. */
export interface TracedSchool {
  readonly enrolment: ClientTrace;
  readonly submission: ClientTrace;
  /** A subscriber to the grades of the course, after the grade was pushed. */
  readonly follower: LiveSubscription<GradeChangedSubscription>;
}

export function beginTrace(flags = '01'): ClientTrace {
  const [traceId, spanId] = [randomBytes(16).toString('hex'), randomBytes(8).toString('hex')];
  return { traceId, spanId, headers: { traceparent: `00-${traceId}-${spanId}-${flags}` } };
}

export async function playTraced(url: string): Promise<TracedSchool> {
  const examCourse = await openExamCourse(url);
  const student = await register(url, 'STUDENT');
  const enrolment = beginTrace();
  const enrolled = await send(url, EnrolDocument, { courseId: examCourse.courseId }, asked(student, enrolment));
  if (enrolled.data?.enrol?.__typename !== 'EnrolSuccess') throw new Error('not enrolled');
  const follower = await follow(url, examCourse);
  const { attemptId } = await sit(student, examCourse);
  const submission = beginTrace();
  await send(url, SubmitAttemptDocument, { attemptId, idempotencyKey: attemptId }, asked(student, submission));
  await follower.next();
  return { enrolment, submission, follower };
}

async function follow(url: string, examCourse: ExamCourse): Promise<LiveSubscription<GradeChangedSubscription>> {
  const { courseId, instructor } = examCourse;
  const after = await feedCursorOf(examCourse);
  return openLive(url, GradeChangedDocument, { courseId, after }, instructor.token);
}

function asked(student: Member, { headers }: ClientTrace) {
  return { token: student.token, headers: { ...headers } };
}

/** The path from a span of a client's trace up to the client: `lyceum-gateway: mutation Enrol`, nearest first. */
export async function pathIn(
  collector: TestCollector,
  { traceId, spanId }: ClientTrace,
  isIt: (span: CollectedSpan) => boolean,
): Promise<string[]> {
  const span = await collector.spanOf((one) => one.traceId === traceId && isIt(one));
  return collector.pathOf(span, spanId);
}
