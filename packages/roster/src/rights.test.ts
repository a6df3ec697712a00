import { CourseId, newId, UserId } from '@lyceum/contracts';
import { type CourseRole, courseRights, courseRoleOf, hasRight, refusalOf } from './rights.ts';

const courseId = newId(CourseId);
const instructorId = newId(UserId);
const userId = newId(UserId);
const entry = (...roles: CourseRole[]) => ({ courseId, instructorId, roles });

describe('the role in a course', () => {
  it('is null in a course that the roster does not know, also for administrators', () => {
    expect(courseRoleOf({ userId, role: 'ADMIN' }, undefined)).toBeNull();
  });

  it('is null for a person who is not a member of the course', () => {
    expect(courseRoleOf({ userId, role: 'INSTRUCTOR' }, entry())).toBeNull();
  });

  it('is INSTRUCTOR while the person has that role', () => {
    expect(courseRoleOf({ userId: instructorId, role: 'INSTRUCTOR' }, entry())).toBe('INSTRUCTOR');
    expect(courseRoleOf({ userId: instructorId, role: 'STUDENT' }, entry())).toBeNull();
  });

  it('is INSTRUCTOR for administrators, even if they take the course', () => {
    expect(courseRoleOf({ userId, role: 'ADMIN' }, entry('LEARNER'))).toBe('INSTRUCTOR');
  });

  it('is the highest of several', () => {
    expect(courseRoleOf({ userId, role: 'STUDENT' }, entry('LEARNER', 'ASSISTANT'))).toBe('ASSISTANT');
  });
});

describe('rights', () => {
  it('are none for a person who is not a member of the course', () => {
    expect(courseRights.filter((right) => hasRight(null, right))).toEqual([]);
  });

  it.each<[CourseRole, string[]]>([
    [
      'INSTRUCTOR',
      ['course.read', 'exam.read-drafts', 'exam.edit', 'attempt.read-all', 'attempt.review', 'grade.read-all'],
    ],
    [
      'ASSISTANT',
      ['course.read', 'exam.read-drafts', 'exam.edit', 'attempt.read-all', 'attempt.review', 'grade.read-all'],
    ],
    ['OBSERVER', ['course.read', 'exam.read-drafts', 'attempt.read-all', 'grade.read-all']],
    ['LEARNER', ['course.read', 'exam.sit']],
  ])('of %s', (role, expected) => {
    expect(courseRights.filter((right) => hasRight(role, right))).toEqual(expected);
  });

  it.each(courseRights)('%s has a message for refusals', (right) => {
    expect(refusalOf(right)).toMatch(/^[A-Z].*\.$/);
  });
});
