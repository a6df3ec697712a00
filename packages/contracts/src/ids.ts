import { v5 as uuidv5, v7 as uuidv7 } from 'uuid';
import { z } from 'zod';

/** Ids are UUIDv7: opaque to clients, rising with time for the database's sake, branded so that none is taken for another. */
export const UserId = z.uuid().brand<'UserId'>();
export type UserId = z.infer<typeof UserId>;

export const AuthenticationEventId = z.uuid().brand<'AuthenticationEventId'>();
export type AuthenticationEventId = z.infer<typeof AuthenticationEventId>;

export const CourseId = z.uuid().brand<'CourseId'>();
export type CourseId = z.infer<typeof CourseId>;

export const ChapterId = z.uuid().brand<'ChapterId'>();
export type ChapterId = z.infer<typeof ChapterId>;

export const LessonId = z.uuid().brand<'LessonId'>();
export type LessonId = z.infer<typeof LessonId>;

export const EnrolmentId = z.uuid().brand<'EnrolmentId'>();
export type EnrolmentId = z.infer<typeof EnrolmentId>;

export const QuestionBankId = z.uuid().brand<'QuestionBankId'>();
export type QuestionBankId = z.infer<typeof QuestionBankId>;

export const QuestionId = z.uuid().brand<'QuestionId'>();
export type QuestionId = z.infer<typeof QuestionId>;

export const ExamId = z.uuid().brand<'ExamId'>();
export type ExamId = z.infer<typeof ExamId>;

export const ExamSectionId = z.uuid().brand<'ExamSectionId'>();
export type ExamSectionId = z.infer<typeof ExamSectionId>;

export const AttemptId = z.uuid().brand<'AttemptId'>();
export type AttemptId = z.infer<typeof AttemptId>;

export const AttemptItemId = z.uuid().brand<'AttemptItemId'>();
export type AttemptItemId = z.infer<typeof AttemptItemId>;

export const GradeId = z.uuid().brand<'GradeId'>();
export type GradeId = z.infer<typeof GradeId>;

/**
 * A new id of the given kind.
 * @example const courseId = newId(CourseId);
 */
export function newId<Id extends z.ZodType<string>>(kind: Id): z.output<Id> {
  return kind.parse(uuidv7());
}

const personNamespace = 'c1f5c2c4-2c5e-5a8e-9a57-5d0b8b7f6a10';

/** The id of a person whom another issuer vouches for: the same issuer and subject always give the same id (UUIDv5). */
export function userIdOf(issuer: string, subject: string): UserId {
  return UserId.parse(uuidv5(`${issuer}|${subject}`, personNamespace));
}
