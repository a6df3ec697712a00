import { z } from 'zod';
import { defineEvent } from './event.ts';
import { AttemptId, CourseId, ExamId, GradeId, UserId } from './ids.ts';

const Mark = z
  .string()
  .regex(/^\d+(\.\d+)?$/, { error: 'expected a decimal number such as "7.50"' })
  .describe('A decimal number as a string, such as "7.50"; never a binary float.');

export const ExamPublished = defineEvent({
  type: 'assessment.exam.published.v1',
  description: 'An exam was published: learners of the course may attempt it.',
  key: 'examId',
  payload: z.object({ examId: ExamId, courseId: CourseId, title: z.string(), publishedAt: z.iso.datetime() }),
});

export const AttemptSubmitted = defineEvent({
  type: 'assessment.attempt.submitted.v1',
  description: 'An attempt was submitted, by the learner or by its deadline.',
  key: 'attemptId',
  payload: z.object({
    attemptId: AttemptId,
    examId: ExamId,
    courseId: CourseId,
    learnerId: UserId,
    closedBy: z.enum(['LEARNER', 'DEADLINE']),
    submittedAt: z.iso.datetime(),
  }),
});

export const GradeChanged = defineEvent({
  type: 'assessment.grade.changed.v1',
  description: 'The grade of a learner in an exam was created or changed.',
  key: 'gradeId',
  payload: z.object({
    gradeId: GradeId,
    attemptId: AttemptId,
    examId: ExamId,
    courseId: CourseId,
    learnerId: UserId,
    score: Mark,
    maxScore: Mark,
    percentage: Mark,
    feedVersion: z
      .number()
      .int()
      .positive()
      .describe("The version of the course's grade feed that contains this change."),
    gradedAt: z.iso.datetime(),
  }),
});
