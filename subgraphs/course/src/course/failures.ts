import { type Conflict, toConflict } from '@lyceum/subgraph';
import type { Course } from './course.ts';

export function toCourseConflict(conflict: Conflict<Course>, expectedVersion: number) {
  return toConflict('CourseConflict', conflict, { what: 'course', expectedVersion, yours: expectedVersion });
}

export function toWithoutLessons() {
  return {
    __typename: 'CourseWithoutLessons' as const,
    message: 'A published course must have at least one lesson: add one first.',
  };
}
