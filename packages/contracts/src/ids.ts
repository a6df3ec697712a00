import { v5 as uuidv5, v7 as uuidv7 } from 'uuid';
import { z } from 'zod';

/**
 * Declares a kind of id. Ids are UUIDv7: opaque to clients, increasing over time for index locality, and branded so
 * that kinds cannot be mixed up. Parsing normalizes an id to lower case (RFC 9562 section 4), so that two spellings
 * never look like two objects.
 */
export function idOf<Kind extends string>() {
  return z.uuid().toLowerCase().brand<Kind>();
}

export const UserId = idOf<'UserId'>();
export type UserId = z.infer<typeof UserId>;

export const AuthenticationEventId = idOf<'AuthenticationEventId'>();
export type AuthenticationEventId = z.infer<typeof AuthenticationEventId>;

export const CourseId = idOf<'CourseId'>();
export type CourseId = z.infer<typeof CourseId>;

export const ChapterId = idOf<'ChapterId'>();
export type ChapterId = z.infer<typeof ChapterId>;

export const LessonId = idOf<'LessonId'>();
export type LessonId = z.infer<typeof LessonId>;

export const EnrolmentId = idOf<'EnrolmentId'>();
export type EnrolmentId = z.infer<typeof EnrolmentId>;

export const QuestionBankId = idOf<'QuestionBankId'>();
export type QuestionBankId = z.infer<typeof QuestionBankId>;

export const QuestionId = idOf<'QuestionId'>();
export type QuestionId = z.infer<typeof QuestionId>;

export const ExamId = idOf<'ExamId'>();
export type ExamId = z.infer<typeof ExamId>;

export const ExamSectionId = idOf<'ExamSectionId'>();
export type ExamSectionId = z.infer<typeof ExamSectionId>;

export const AttemptId = idOf<'AttemptId'>();
export type AttemptId = z.infer<typeof AttemptId>;

export const AttemptItemId = idOf<'AttemptItemId'>();
export type AttemptItemId = z.infer<typeof AttemptItemId>;

export const GradeId = idOf<'GradeId'>();
export type GradeId = z.infer<typeof GradeId>;

export const JobId = idOf<'JobId'>();
export type JobId = z.infer<typeof JobId>;

/**
 * A new id of the given kind.
 * @example const courseId = newId(CourseId);
 */
export function newId<Id extends z.ZodType<string>>(kind: Id): z.output<Id> {
  return kind.parse(uuidv7());
}

const personNamespace = 'c1f5c2c4-2c5e-5a8e-9a57-5d0b8b7f6a10';

/** The id of a user of an external issuer: derived from issuer and subject (UUIDv5), so it is always the same. */
export function userIdOf(issuer: string, subject: string): UserId {
  return UserId.parse(uuidv5(`${issuer}|${subject}`, personNamespace));
}
