import {
  AttemptId,
  CourseId,
  ExamId,
  GradeChanged,
  GradeId,
  newId,
  UserId,
} from '../../packages/contracts/dist/index.js';

/** The topic of the events in all measurements, with as many partitions as in the catalogue. */
export const topic = GradeChanged.topic;
/** Number of events that a relay publishes at once. */
export const batchSize = 500;

/** Number of grades that the events are spread over: each is a subject, whose order is kept. */
const grades = 1_000;

/** Payloads of grade changes with their grade's version: the first change of each grade, then the second of each. */
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

/** The same as envelopes, as created by a relay. */
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

/** In batches, as published by a relay. */
export function inBatches(all) {
  return Array.from({ length: Math.ceil(all.length / batchSize) }, (_, index) =>
    all.slice(index * batchSize, (index + 1) * batchSize),
  );
}
