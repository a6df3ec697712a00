import { z } from 'zod';
import { defineEvent } from './event.ts';
import { AttemptId, CourseId, ExamId, GradeId, UserId } from './ids.ts';

const Mark = z.string().regex(/^\d+(\.\d+)?$/, { error: 'expected a decimal number such as "7.50"' });

/** Learners of the course may attempt the exam from now on. */
export const ExamPublished = defineEvent({
  type: 'assessment.exam.published.v1',
  key: (payload) => payload.examId,
  payload: z.object({ examId: ExamId, courseId: CourseId, title: z.string(), publishedAt: z.iso.datetime() }),
});

/** A learner has handed in an attempt, or its deadline has. */
export const AttemptSubmitted = defineEvent({
  type: 'assessment.attempt.submitted.v1',
  key: (payload) => payload.attemptId,
  payload: z.object({
    attemptId: AttemptId,
    examId: ExamId,
    courseId: CourseId,
    learnerId: UserId,
    closedBy: z.enum(['LEARNER', 'DEADLINE']),
    submittedAt: z.iso.datetime(),
  }),
});

/** The grade of a learner in an exam is new or has changed. Marks are decimal strings. */
export const GradeChanged = defineEvent({
  type: 'assessment.grade.changed.v1',
  key: (payload) => payload.gradeId,
  payload: z.object({
    gradeId: GradeId,
    attemptId: AttemptId,
    examId: ExamId,
    courseId: CourseId,
    learnerId: UserId,
    score: Mark,
    maxScore: Mark,
    percentage: Mark,
    /** The version of the course's grade feed in which this change stands. */
    feedVersion: z.number().int().positive(),
    gradedAt: z.iso.datetime(),
  }),
});
