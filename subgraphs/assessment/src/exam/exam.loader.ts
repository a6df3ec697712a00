import type { CourseId, ExamId } from '@lyceum/contracts';
import { groupedBy } from '@lyceum/database';
import type { CourseRoleLoader } from '@lyceum/roster';
import { batch, byId, loadVisible } from '@lyceum/subgraph';
import type DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { exams } from './exam.repository.ts';
import { type Exam, maySeeExam } from './exam.ts';

/** Exams that the viewer may see; null for all others. */
export function createExamLoader(
  { manager }: DataSource,
  courseRoles: CourseRoleLoader,
): DataLoader<ExamId, Exam | null> {
  return loadVisible(
    (ids) => exams.findMany(manager, ids),
    async (exam) => maySeeExam(exam, await courseRoles.load(exam.courseId)),
  );
}

/** The exams of attempts and grades that the viewer may see. */
export function createKnownExamLoader({ manager }: DataSource): DataLoader<ExamId, Exam> {
  return batch(
    async (ids) => byId(await exams.findMany(manager, ids)),
    (id): never => {
      throw new Error(`There is no exam ${id}.`);
    },
  );
}

/** The exams of a course that the viewer may see, oldest first. */
export function createCourseExamLoader(
  { manager }: DataSource,
  courseRoles: CourseRoleLoader,
): DataLoader<CourseId, Exam[]> {
  return batch(
    async (courseIds) => {
      const roles = await Promise.all(courseIds.map((courseId) => courseRoles.load(courseId)));
      const roleIn = new Map(courseIds.map((courseId, index) => [courseId, roles[index] ?? null]));
      const member = courseIds.filter((courseId) => roleIn.get(courseId));
      const found = member.length > 0 ? await exams.findByCourses(manager, member) : [];
      return groupedBy(
        found.filter((exam) => maySeeExam(exam, roleIn.get(exam.courseId) ?? null)),
        ({ courseId }) => courseId,
      );
    },
    () => [],
  );
}
