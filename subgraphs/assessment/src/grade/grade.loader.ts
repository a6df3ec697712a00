import type { Viewer } from '@lyceum/auth';
import type { CourseId, GradeId, UserId } from '@lyceum/contracts';
import { groupedBy, type IdPage } from '@lyceum/database';
import type { CourseRoleLoader } from '@lyceum/roster';
import { batch, batchPages, forbidden, loadVisible } from '@lyceum/subgraph';
import type DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { grades } from './grade.repository.ts';
import type { GradePage, GradeService } from './grade.service.ts';
import { type Grade, maySeeGrade } from './grade.ts';

export interface LearnerKey {
  readonly courseId: CourseId;
  readonly learnerId: UserId;
}

const keyOf = ({ courseId, learnerId }: LearnerKey) => `${courseId} ${learnerId}`;

/** Grades that the viewer may see; null for all others. */
export function createGradeLoader(
  { manager }: DataSource,
  viewer: Viewer | null,
  courseRoles: CourseRoleLoader,
): DataLoader<GradeId, Grade | null> {
  return loadVisible(
    (ids) => grades.findMany(manager, ids),
    async (grade) => viewer !== null && maySeeGrade(grade, viewer, await courseRoles.load(grade.courseId)),
  );
}

/** Learners' grades in courses that the viewer may see; one statement for any number of both. */
export function createLearnerGradeLoader(
  { manager }: DataSource,
  viewer: Viewer | null,
  courseRoles: CourseRoleLoader,
): DataLoader<LearnerKey, Grade[]> {
  return batch(
    async (keys) => {
      const visible = await Promise.all(
        keys.map(async (key) => viewer !== null && maySeeGrade(key, viewer, await courseRoles.load(key.courseId))),
      );
      const shown = keys.filter((_key, index) => visible[index]);
      return groupedBy(shown.length > 0 ? await grades.findOfLearners(manager, shown) : [], keyOf);
    },
    () => [],
    keyOf,
  );
}

/** Pages of courses' grades that the viewer may see; FORBIDDEN if the viewer is not a member of the course. */
export function createGradePageLoaders(
  grades: GradeService,
  viewer: Viewer | null,
): (page: IdPage<GradeId>) => DataLoader<CourseId, GradePage> {
  return batchPages(
    async (courseIds, page) => (viewer ? grades.findPages(viewer, courseIds, page) : new Map()),
    () => {
      throw forbidden('Course.grades is visible only to members of the course.');
    },
  );
}

/** The number of grades of courses that the viewer may see. */
export function createGradeCountLoader(grades: GradeService, viewer: Viewer | null): DataLoader<CourseId, number> {
  return batch(
    async (courseIds) => (viewer ? grades.count(viewer, courseIds) : new Map()),
    () => 0,
  );
}
