import type { CourseConflict, CourseWithoutLessons, InvalidInput } from '../generated/resolvers.ts';
import type { InvalidValue } from '../text/text.ts';
import type { Conflict } from './course.service.ts';
import type { Course } from './course.ts';

type Named<Failure extends { readonly __typename?: string }> = Omit<Failure, '__typename'> &
  Required<Pick<Failure, '__typename'>>;

export function toInvalidInput({ field, message }: InvalidValue): Named<InvalidInput> {
  return { __typename: 'InvalidInput', field, message };
}

export function toConflict(
  { current }: Conflict,
  expectedVersion: number,
): Omit<Named<CourseConflict>, 'current'> & { readonly current: Course } {
  return {
    __typename: 'CourseConflict',
    message: `The course is at version ${current.version}, not ${expectedVersion}: look at it again.`,
    current,
    yours: expectedVersion,
  };
}

export function toWithoutLessons(): Named<CourseWithoutLessons> {
  return {
    __typename: 'CourseWithoutLessons',
    message: 'A published course has at least one lesson: add one first.',
  };
}
