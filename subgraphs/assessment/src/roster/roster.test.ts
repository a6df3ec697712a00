import { randomUUID } from 'node:crypto';
import { CourseId, type Role, UserId } from '@lyceum/contracts';
import { type CourseRole, courseRoleOf } from './roster.ts';

const [somebody, teacher] = [UserId.parse(randomUUID()), UserId.parse(randomUUID())];
const courseId = CourseId.parse(randomUUID());

describe('what a viewer is in a course', () => {
  it.each<[Role, string, boolean, CourseRole]>([
    ['INSTRUCTOR', 'teaches it', false, 'STAFF'],
    ['INSTRUCTOR', 'does not teach it', false, 'NONE'],
    ['INSTRUCTOR', 'does not teach it', true, 'LEARNER'],
    ['STUDENT', 'does not teach it', true, 'LEARNER'],
    ['STUDENT', 'does not teach it', false, 'NONE'],
    ['STUDENT', 'teaches it', false, 'NONE'],
    ['STUDENT', 'teaches it', true, 'LEARNER'],
    ['ADMIN', 'does not teach it', false, 'STAFF'],
    ['ADMIN', 'does not teach it', true, 'STAFF'],
  ])('%s who %s, taking it: %j, is %s', (role, teaches, isLearner, expected) => {
    const userId = teaches === 'teaches it' ? teacher : somebody;
    expect(courseRoleOf({ userId, role }, { courseId, instructorId: teacher, isLearner })).toBe(expected);
  });

  it.each<Role>(['STUDENT', 'INSTRUCTOR', 'ADMIN'])('is nothing to %s where the roster does not know it', (role) => {
    expect(courseRoleOf({ userId: somebody, role }, undefined)).toBe('NONE');
  });
});
