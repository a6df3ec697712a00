import type { CourseId, UserId } from '@lyceum/contracts';
import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { grades } from './grade.repository.ts';
import type { Grade } from './grade.ts';

interface Key {
  readonly courseId: CourseId;
  readonly learnerId: UserId;
}

/** A learner's grades in a course; one statement a course for any number of learners. */
export function createLearnerGradesLoader(dataSource: DataSource): DataLoader<Key, Grade[], string> {
  return new DataLoader(
    async (keys) => {
      const courseIds = [...new Set(keys.map(({ courseId }) => courseId))];
      const found = await Promise.all(
        courseIds.map((courseId) => {
          const learnerIds = keys.filter((key) => key.courseId === courseId).map(({ learnerId }) => learnerId);
          return grades.findOfLearners(dataSource.manager, courseId, learnerIds);
        }),
      );
      return keys.map((key) =>
        found.flat().filter((grade) => grade.courseId === key.courseId && grade.learnerId === key.learnerId),
      );
    },
    { cacheKeyFn: ({ courseId, learnerId }) => `${courseId} ${learnerId}` },
  );
}

export function createGradeLoader(dataSource: DataSource): DataLoader<Grade['id'], Grade | null> {
  return new DataLoader(async (ids) => {
    const found = new Map((await grades.findMany(dataSource.manager, ids)).map((grade) => [grade.id, grade]));
    return ids.map((id) => found.get(id) ?? null);
  });
}
