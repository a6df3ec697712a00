import type { CourseId, GradeId, UserId } from '@lyceum/contracts';
import { batch, byId, groupedBy } from '@lyceum/subgraph';
import type DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { grades } from './grade.repository.ts';
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
