import {
  AttemptId,
  CourseId,
  ExamId,
  GradeChanged,
  GradeId,
  newId,
  UserId,
} from '../../packages/contracts/dist/index.js';

/** The topic of the events that all measurements carry, with as many partitions as the catalogue gives it. */
export const topic = GradeChanged.topic;
/** What a relay publishes at a time. */
export const batchSize = 500;

/** How many grades the events are spread over: each is a subject, whose order is kept. */
const grades = 1_000;

/** Payloads of grade changes with the version of their grade: the first change of each grade, then the second of each. */
export function gradeChanges(count) {
  const ids = Array.from({ length: Math.min(grades, count) }, () => newId(GradeId));
  const shared = {
    attemptId: newId(AttemptId),
    examId: newId(ExamId),
    courseId: newId(CourseId),
    learnerId: newId(UserId),
  };
  return Array.from({ length: count }, (_, index) => ({
    payload: {
      ...shared,
      gradeId: ids[index % ids.length],
      score: `${index % 18}.50`,
      maxScore: '18.00',
      percentage: '83.33',
      feedVersion: index + 1,
      gradedAt: new Date().toISOString(),
    },
    version: Math.floor(index / ids.length) + 1,
  }));
}

/** The same as envelopes, as a relay makes them. */
export function envelopes(count) {
  return gradeChanges(count).map(({ payload, version }) => ({
    specversion: '1.0',
    id: newId(GradeId),
    source: '/assessment',
    type: GradeChanged.type,
    subject: payload.gradeId,
    time: payload.gradedAt,
    datacontenttype: 'application/json',
    data: payload,
    aggregateversion: version,
    correlationid: newId(GradeId),
    traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`,
  }));
}

/** In batches, as a relay publishes them. */
export function inBatches(all) {
  return Array.from({ length: Math.ceil(all.length / batchSize) }, (_, index) =>
    all.slice(index * batchSize, (index + 1) * batchSize),
  );
}
