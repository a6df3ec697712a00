import { z } from 'zod';
import { defineEvent } from './event.ts';
import { CourseId, EnrolmentId, LessonId, UserId } from './ids.ts';

export const CourseCreated = defineEvent({
  type: 'course.course.created.v1',
  description: 'A course was created as a draft; its instructor may already create exams for it.',
  key: 'courseId',
  payload: z.object({ courseId: CourseId, title: z.string(), instructorId: UserId, createdAt: z.iso.datetime() }),
});

export const CoursePublished = defineEvent({
  type: 'course.course.published.v1',
  description: 'A course was published: it is open to learners.',
  key: 'courseId',
  payload: z.object({ courseId: CourseId, title: z.string(), instructorId: UserId, publishedAt: z.iso.datetime() }),
});

export const LearnerEnrolled = defineEvent({
  type: 'course.enrolment.created.v1',
  description: 'A learner has enrolled in a course.',
  key: 'enrolmentId',
  payload: z.object({
    enrolmentId: EnrolmentId,
    courseId: CourseId,
    learnerId: UserId,
    enrolledAt: z.iso.datetime(),
  }),
});

export const LessonCompleted = defineEvent({
  type: 'course.enrolment.lesson-completed.v1',
  description: 'A learner has completed a lesson for the first time.',
  key: 'enrolmentId',
  payload: z.object({
    enrolmentId: EnrolmentId,
    courseId: CourseId,
    learnerId: UserId,
    lessonId: LessonId,
    completedLessons: z
      .number()
      .int()
      .nonnegative()
      .describe("Number of the course's lessons at that time that are completed."),
    totalLessons: z.number().int().nonnegative().describe('Number of lessons in the course at that time.'),
    completedAt: z.iso.datetime(),
  }),
});
