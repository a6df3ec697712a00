import { z } from 'zod';
import { defineEvent } from './event.ts';
import { CourseId, EnrolmentId, LessonId, UserId } from './ids.ts';

/** A course exists as a draft; its instructor may already prepare exams for it. */
export const CourseCreated = defineEvent({
  type: 'course.course.created.v1',
  key: (payload) => payload.courseId,
  payload: z.object({ courseId: CourseId, title: z.string(), instructorId: UserId, createdAt: z.iso.datetime() }),
});

/** A course is open to learners. */
export const CoursePublished = defineEvent({
  type: 'course.course.published.v1',
  key: (payload) => payload.courseId,
  payload: z.object({ courseId: CourseId, title: z.string(), instructorId: UserId, publishedAt: z.iso.datetime() }),
});

/** A learner has joined a course. */
export const LearnerEnrolled = defineEvent({
  type: 'course.enrolment.created.v1',
  key: (payload) => payload.enrolmentId,
  payload: z.object({
    enrolmentId: EnrolmentId,
    courseId: CourseId,
    learnerId: UserId,
    enrolledAt: z.iso.datetime(),
  }),
});

/** A learner has completed a lesson, for the first time. Counts are of published lessons at that moment. */
export const LessonCompleted = defineEvent({
  type: 'course.enrolment.lesson-completed.v1',
  key: (payload) => payload.enrolmentId,
  payload: z.object({
    enrolmentId: EnrolmentId,
    courseId: CourseId,
    learnerId: UserId,
    lessonId: LessonId,
    completedLessons: z.number().int().nonnegative(),
    totalLessons: z.number().int().nonnegative(),
    completedAt: z.iso.datetime(),
  }),
});
