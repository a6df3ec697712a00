import type { Viewer } from '@lyceum/auth';
import { CourseCreated, CourseId, LearnerEnrolled, newId, UserId } from '@lyceum/contracts';
import { createTestDatabase, type TestDatabase } from '@lyceum/database/testing';
import { findCourseRoles, requireRight, rosterPart } from './index.ts';
import { roster } from './roster.repository.ts';

const person = (role: Viewer['role'], userId = newId(UserId)) => ({ userId, role }) as Viewer;
const instructor = person('INSTRUCTOR');
const learner = person('STUDENT');
const stranger = person('STUDENT');
const administrator = person('ADMIN');
const [courseId, otherId] = [newId(CourseId), newId(CourseId)];

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({ name: 'roster', ...rosterPart });
  const { manager } = database.dataSource;
  await roster.saveCourse(manager, { courseId, instructorId: instructor.userId });
  await roster.saveCourse(manager, { courseId: otherId, instructorId: newId(UserId) });
  await roster.saveMember(manager, { courseId, userId: learner.userId, role: 'LEARNER' });
  await roster.saveMember(manager, { courseId: otherId, userId: learner.userId, role: 'OBSERVER' });
});
afterAll(() => database.drop());

test.each([
  ['the instructor', instructor, [[courseId, 'INSTRUCTOR']]],
  [
    'a learner who observes another course',
    learner,
    [
      [courseId, 'LEARNER'],
      [otherId, 'OBSERVER'],
    ],
  ],
  ['a stranger', stranger, []],
  [
    'an administrator',
    administrator,
    [
      [courseId, 'INSTRUCTOR'],
      [otherId, 'INSTRUCTOR'],
    ],
  ],
  ['nobody', null, []],
])('%s has these roles', async (_who, viewer, expected) => {
  const roles = await findCourseRoles(database.dataSource.manager, viewer, [courseId, otherId, newId(CourseId)]);
  expect([...roles].sort()).toEqual([...expected].sort());
});

describe('requireRight', () => {
  const exam = { courseId, isDraft: false };
  const require = (viewer: Viewer, subject: typeof exam | undefined) =>
    requireRight(database.dataSource.manager, viewer, 'exam.edit', subject, {
      what: 'exam',
      id: '7',
      maySee: ({ isDraft }, role) => (isDraft ? role === 'INSTRUCTOR' : role !== null),
    });

  it('returns the subject if the viewer has the right', async () => {
    expect(await require(instructor, exam)).toBe(exam);
  });

  it('is FORBIDDEN if the viewer may see the subject', async () => {
    await expect(require(learner, exam)).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
  });

  it('is NOT_FOUND if the viewer may not see it, or it does not exist', async () => {
    const notFound = { extensions: { code: 'NOT_FOUND' } };
    await expect(require(stranger, exam)).rejects.toMatchObject(notFound);
    await expect(require(learner, { ...exam, isDraft: true })).rejects.toMatchObject(notFound);
    await expect(require(administrator, undefined)).rejects.toMatchObject(notFound);
  });
});

test('the projection reflects the events of courses, and can be emptied', async () => {
  const { manager } = database.dataSource;
  const [consumer] = rosterPart.consumers;
  expect([...(consumer?.handlers.keys() ?? [])]).toEqual(
    expect.arrayContaining([CourseCreated.type, LearnerEnrolled.type]),
  );
  await manager
    .transaction(async (inner) => {
      await roster.empty(inner);
      expect((await findCourseRoles(inner, learner, [courseId])).size).toBe(0);
      throw new Error('rolled back');
    })
    .catch(() => undefined);
});
