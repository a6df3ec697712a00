import type { TestTokens, TestViewer } from '@lyceum/auth/testing';
import type { SeededMany, StatementSeeds, TestSubgraph } from '@lyceum/subgraph/testing';
import { lessonIdsOf, mutate, openCourse } from './classroom.ts';

/** Courses that an administrator teaches and takes; the first has as many chapters, lessons and learners. */
async function seedMany(tested: TestSubgraph, tokens: TestTokens, count: number): Promise<SeededMany> {
  const admin = await tokens.signIn('ADMIN');
  const classroom = { ...tested, tokens, instructor: admin, otherInstructor: admin, admin };
  const enrol = async (courseId: string, learner: TestViewer) =>
    (await mutate(classroom, 'enrol', { courseId }, learner)).enrolment.id;
  const large = [count, ...Array.from({ length: count - 1 }, () => 1)];
  const courses: string[] = [];
  const lessons: string[] = [];
  const enrolments: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const course = await openCourse(classroom, index === 0 ? large : [1]);
    courses.push(course.id);
    lessons.push(...lessonIdsOf(course).slice(0, 1));
    enrolments.push(await enrol(course.id, admin));
  }
  for (let learner = 1; learner < count; learner += 1) {
    await enrol(String(courses[0]), await tokens.signIn('STUDENT'));
  }
  return { viewer: admin, entities: { Course: courses, Lesson: lessons, Enrolment: enrolments } };
}

export const courseSeeds: StatementSeeds = { seedMany, exceptions: {} };
