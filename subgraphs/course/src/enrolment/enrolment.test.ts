import { CourseId, EnrolmentId, newId, UserId } from '@lyceum/contracts';
import type { Course } from '../course/course.ts';
import { completeLesson, enrol, mayReadLessons, maySeeEnrolment, percentageOf } from './enrolment.ts';

const now = new Date('2026-09-01T08:00:00Z');
const learner = { userId: newId(UserId), role: 'STUDENT' } as const;
const stranger = { userId: newId(UserId), role: 'STUDENT' } as const;
const instructor = { userId: newId(UserId), role: 'INSTRUCTOR' } as const;
const course: Course = {
  id: newId(CourseId),
  title: 'Algebra',
  summary: '',
  instructorId: instructor.userId,
  version: 2,
  createdAt: now,
  publishedAt: now,
};
const enrolment = {
  id: newId(EnrolmentId),
  courseId: course.id,
  learnerId: learner.userId,
  version: 1,
  enrolledAt: now,
};

describe('enrol', () => {
  it('creates an enrolment in a published course, at version 1', () => {
    expect(enrol(course, enrolment.id, learner.userId, now)).toEqual(enrolment);
  });

  it('refuses a draft', () => {
    expect(enrol({ ...course, publishedAt: null }, enrolment.id, learner.userId, now)).toBeNull();
  });
});

describe('completeLesson', () => {
  it('counts one more lesson, and increments the version', () => {
    const later = new Date('2026-09-02T08:00:00Z');
    const before = { completedLessons: 1, totalLessons: 3, lastCompletedAt: now };
    expect(completeLesson(enrolment, before, later)).toEqual({
      enrolment: { ...enrolment, version: 2 },
      progress: { completedLessons: 2, totalLessons: 3, lastCompletedAt: later },
    });
  });
});

describe('percentageOf', () => {
  it.each([
    [0, 0, 0],
    [0, 3, 0],
    [1, 3, 33],
    [2, 3, 66],
    [199, 200, 99],
    [39_999, 40_000, 99],
    [3, 3, 100],
  ])('of %i of %i lessons is %i', (completedLessons, totalLessons, percentage) => {
    expect(percentageOf({ completedLessons, totalLessons, lastCompletedAt: null })).toBe(percentage);
  });
});

describe('an enrolment', () => {
  it('is visible to the learner and the staff', () => {
    const seen = [learner, stranger, instructor].map((person) => maySeeEnrolment(enrolment, course, person));
    expect(seen).toEqual([true, false, true]);
  });

  it('lets the learner read the lessons; the staff do not need one', () => {
    expect(mayReadLessons(course, enrolment, learner)).toBe(true);
    expect(mayReadLessons(course, null, stranger)).toBe(false);
    expect(mayReadLessons(course, null, instructor)).toBe(true);
  });
});
