import { CourseId, GradeChanged } from '@lyceum/contracts';
import { defineFeed } from '@lyceum/live';
import { GradeSnapshot } from './grade.ts';

/** Every change of every grade of a course, with the grade at that time. */
export const gradeFeed = defineFeed({
  name: 'grade',
  key: CourseId,
  value: GradeSnapshot,
  event: GradeChanged,
  keyOf: ({ courseId }) => courseId,
});
