import type { Viewer } from '@lyceum/auth';
import type { CourseId, GradeId, UserId } from '@lyceum/contracts';
import { groupedBy, type IdPage } from '@lyceum/database';
import { batch, batchPages, byId, forbidden } from '@lyceum/subgraph';
import type DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { grades } from './grade.repository.ts';
import type { GradePage, GradeService } from './grade.service.ts';
import type { Grade } from './grade.ts';

interface Key {
  readonly courseId: CourseId;
  readonly learnerId: UserId;
}

const keyOf = ({ courseId, learnerId }: Key) => `${courseId} ${learnerId}`;

/** Learners' grades in courses; one statement for any number of both. */
export function createLearnerGradesLoader({ manager }: DataSource): DataLoader<Key, Grade[]> {
  return batch(
    async (keys) => groupedBy(await grades.findOfLearners(manager, keys), keyOf),
    () => [],
    keyOf,
  );
}

export function createGradeLoader({ manager }: DataSource): DataLoader<GradeId, Grade | null> {
  return batch(
    async (ids) => byId(await grades.findMany(manager, ids)),
    () => null,
  );
}

/** Pages of courses' grades, as the viewer may see them; FORBIDDEN where the viewer has nothing to do with the course. */
export function createGradePageLoaders(
  grades: GradeService,
  viewer: Viewer | null,
): (page: IdPage<GradeId>) => DataLoader<CourseId, GradePage> {
  return batchPages(
    async (courseIds, page) => (viewer ? grades.findPages(viewer, courseIds, page) : new Map()),
    () => {
      throw forbidden('Course.grades is for those who teach the course, or take it.');
    },
  );
}

/** How many grades of courses the viewer may see. */
export function createGradeCountLoader(grades: GradeService, viewer: Viewer | null): DataLoader<CourseId, number> {
  return batch(
    async (courseIds) => (viewer ? grades.count(viewer, courseIds) : new Map()),
    () => 0,
  );
}
