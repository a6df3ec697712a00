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

  it('is null for somebody who has nothing to do with the course', () => {
    expect(courseRoleOf({ userId, role: 'INSTRUCTOR' }, entry())).toBeNull();
  });

  it('is that of the instructor as long as they are one', () => {
    expect(courseRoleOf({ userId: instructorId, role: 'INSTRUCTOR' }, entry())).toBe('INSTRUCTOR');
    expect(courseRoleOf({ userId: instructorId, role: 'STUDENT' }, entry())).toBeNull();
  });

  it('is that of the instructor for administrators, also where they take the course', () => {
    expect(courseRoleOf({ userId, role: 'ADMIN' }, entry('LEARNER'))).toBe('INSTRUCTOR');
  });

  it('is the highest of several', () => {
    expect(courseRoleOf({ userId, role: 'STUDENT' }, entry('LEARNER', 'ASSISTANT'))).toBe('ASSISTANT');
  });
});

describe('rights', () => {
  it('are none for somebody who has nothing to do with the course', () => {
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

  it.each(courseRights)('%s tells people why they are refused', (right) => {
    expect(refusalOf(right)).toMatch(/^[A-Z].*\.$/);
  });
});
