import type { TestTokens } from '@lyceum/auth/testing';
import { type AccessRules, type AccessWorld, readAccessTable, type TestSubgraph } from '@lyceum/subgraph/testing';
import { draftCourse, enrolStudent, lessonIdsOf, mutate, openCourse, type ShownCourse } from './classroom.ts';

/**
 * stranger: a student who takes another course. learner: owns the enrolment. classmate: also takes the course. other:
 * teaches another course. demoted: was the course's instructor, and is a student now.
 */
const table = readAccessTable(`
  coordinate                             | object | anonymous       stranger  learner   classmate instructor other     demoted   admin

  Query.course                           | open   | UNAUTHENTICATED yes       yes       yes       yes        yes       yes       yes
  Query.course                           | draft  | UNAUTHENTICATED null      null      null      yes        null      null      yes
  Query.lesson                           | open   | UNAUTHENTICATED yes       yes       yes       yes        yes       yes       yes
  Query.lesson                           | draft  | UNAUTHENTICATED null      null      null      yes        null      null      yes
  Query.courses                          | -      | UNAUTHENTICATED yes       yes       yes       yes        yes       yes       yes
  Query.myCourses                        | -      | UNAUTHENTICATED yes       yes       yes       yes        yes       yes       yes

  Course.id, title, summary, status,
    version, instructor, chapters,
    lessonCount, createdAt               | open   | UNAUTHENTICATED yes       yes       yes       yes        yes       yes       yes
  Course.publishedAt                     | open   | UNAUTHENTICATED yes       yes       yes       yes        yes       yes       yes
  Course.enrolments                      | open   | UNAUTHENTICATED FORBIDDEN FORBIDDEN FORBIDDEN yes        FORBIDDEN FORBIDDEN yes
  Course.myEnrolment                     | open   | UNAUTHENTICATED null      yes       yes       null       null      null      null
  Course.id, title, summary, status,
    version, instructor, chapters,
    lessonCount, createdAt               | draft  | UNAUTHENTICATED none      none      none      yes        none      none      yes
  Course.publishedAt                     | draft  | UNAUTHENTICATED none      none      none      null       none      none      null
  Course.enrolments                      | draft  | UNAUTHENTICATED none      none      none      empty      none      none      empty
  Course.myEnrolment                     | draft  | UNAUTHENTICATED none      none      none      null       none      none      null

  Lesson.id, title, chapter, course      | open   | UNAUTHENTICATED yes       yes       yes       yes        yes       yes       yes
  Lesson.body                            | open   | UNAUTHENTICATED null      yes       yes       yes        null      null      yes
  Lesson.completedAt                     | open   | UNAUTHENTICATED null      yes       null      null       null      null      null
  Lesson.id, title, chapter, course,
    body                                 | draft  | UNAUTHENTICATED none      none      none      yes        none      none      yes
  Lesson.completedAt                     | draft  | UNAUTHENTICATED none      none      none      null       none      none      null

  Enrolment.id, course, learner,
    enrolledAt, version, progress        | open   | UNAUTHENTICATED none      yes       none      yes        none      none      yes

  Mutation.createCourse                  | -      | UNAUTHENTICATED FORBIDDEN FORBIDDEN FORBIDDEN yes        yes       FORBIDDEN yes
  Mutation.updateCourse, publishCourse,
    addChapter, updateChapter,
    moveChapter, removeChapter,
    addLesson, updateLesson,
    moveLesson, removeLesson             | open   | UNAUTHENTICATED FORBIDDEN FORBIDDEN FORBIDDEN yes        FORBIDDEN FORBIDDEN yes
  Mutation.updateCourse, publishCourse,
    addChapter, updateChapter,
    moveChapter, removeChapter,
    addLesson, updateLesson,
    moveLesson, removeLesson             | draft  | UNAUTHENTICATED FORBIDDEN FORBIDDEN FORBIDDEN yes        NOT_FOUND FORBIDDEN yes
  Mutation.enrol                         | spare  | UNAUTHENTICATED yes       yes       yes       yes        yes       yes       yes
  Mutation.enrol                         | draft  | UNAUTHENTICATED NOT_FOUND NOT_FOUND NOT_FOUND yes        NOT_FOUND NOT_FOUND yes
  Mutation.completeLesson                | open   | UNAUTHENTICATED yes       yes       yes       yes        yes       yes       yes
  Mutation.completeLesson                | draft  | UNAUTHENTICATED NOT_FOUND NOT_FOUND NOT_FOUND yes        NOT_FOUND NOT_FOUND yes
`);

/** No course has this version: a viewer with the right to edit gets a conflict, and nothing changes. */
const expectedVersion = 99;

async function createWorld(tested: TestSubgraph, tokens: TestTokens): Promise<AccessWorld> {
  const [instructor, other, admin] = [
    await tokens.signIn('INSTRUCTOR'),
    await tokens.signIn('INSTRUCTOR'),
    await tokens.signIn('ADMIN'),
  ];
  const classroom = { ...tested, tokens, instructor, otherInstructor: other, admin };
  const [open, spare, draft] = [await openCourse(classroom), await openCourse(classroom), await draftCourse(classroom)];
  const { student: learner, enrolment } = await enrolStudent(classroom, open.id);
  const { student: classmate } = await enrolStudent(classroom, open.id);
  const { student: stranger } = await enrolStudent(classroom, spare.id);
  await mutate(classroom, 'completeLesson', { lessonId: lessonIdsOf(open)[0] }, learner);
  const demoted = await tokens.signIn('STUDENT', { userId: instructor.userId });
  const idsOf = (course: ShownCourse) => ({
    Course: course.id,
    Chapter: course.chapters[0]?.id ?? '',
    Lesson: lessonIdsOf(course)[0] ?? '',
  });
  return {
    viewers: { anonymous: undefined, stranger, learner, classmate, instructor, other, demoted, admin },
    objects: { open: { ...idsOf(open), Enrolment: enrolment.id }, draft: idsOf(draft), spare: idsOf(spare) },
  };
}

export const courseAccess: AccessRules = {
  table,
  createWorld,
  arguments: {
    'Mutation.createCourse': () => ({ input: { title: 'Mine' } }),
    'Mutation.updateCourse': ({ Course: courseId }) => ({ input: { courseId, expectedVersion } }),
    'Mutation.publishCourse': ({ Course: courseId }) => ({ input: { courseId, expectedVersion } }),
    'Mutation.addChapter': ({ Course: courseId }) => ({ input: { courseId, title: 'x', expectedVersion } }),
    'Mutation.updateChapter': ({ Chapter: chapterId }) => ({ input: { chapterId, title: 'x', expectedVersion } }),
    'Mutation.moveChapter': ({ Chapter: chapterId }) => ({ input: { chapterId, position: 0, expectedVersion } }),
    'Mutation.removeChapter': ({ Chapter: chapterId }) => ({ input: { chapterId, expectedVersion } }),
    'Mutation.addLesson': ({ Chapter: chapterId }) => ({ input: { chapterId, title: 'x', expectedVersion } }),
    'Mutation.updateLesson': ({ Lesson: lessonId }) => ({ input: { lessonId, expectedVersion } }),
    'Mutation.moveLesson': ({ Lesson: lessonId }) => ({ input: { lessonId, position: 0, expectedVersion } }),
    'Mutation.removeLesson': ({ Lesson: lessonId }) => ({ input: { lessonId, expectedVersion } }),
    'Mutation.enrol': ({ Course: courseId }) => ({ input: { courseId } }),
    'Mutation.completeLesson': ({ Lesson: lessonId }) => ({ input: { lessonId } }),
  },
  lists: {
    Course: ['courses { nodes { SELECTION } }', 'myCourses { teaching { nodes { SELECTION } } }'],
    Lesson: ['courses { nodes { chapters { lessons { SELECTION } } } }'],
    Enrolment: [
      'courses { nodes { enrolments { nodes { SELECTION } } } }',
      'myCourses { taking { nodes { SELECTION } } }',
    ],
  },
};
