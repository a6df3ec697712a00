import { CourseCreated, CourseId, type EventEnvelope, newId, type PayloadOf, UserId } from '@lyceum/contracts';

export type Course = PayloadOf<typeof CourseCreated>;

/** A course-created event; one course may have several versions, like any aggregate. */
export function envelope(version: number, courseId: string = newId(CourseId), title = `v${version}`): EventEnvelope {
  const data: Course = {
    courseId: CourseId.parse(courseId),
    title,
    instructorId: newId(UserId),
    createdAt: '2026-03-01T10:00:00.000Z',
  };
  return {
    specversion: '1.0',
    id: crypto.randomUUID(),
    source: '/course',
    type: CourseCreated.type,
    subject: courseId,
    time: '2026-03-01T10:00:00.000Z',
    datacontenttype: 'application/json',
    data,
    aggregateversion: version,
  };
}

/** An event of a type that only a newer release knows. */
export function newerEnvelope(version: number, courseId?: string): EventEnvelope {
  return { ...envelope(version, courseId), type: 'course.course.created.v2' };
}

export const range = (length: number): number[] => Array.from({ length }, (_, index) => index + 1);
