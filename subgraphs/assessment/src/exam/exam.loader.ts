import type { CourseId, ExamId } from '@lyceum/contracts';
import { groupedBy } from '@lyceum/database';
import { batch, byId } from '@lyceum/subgraph';
import type DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { exams } from './exam.repository.ts';
import type { Exam } from './exam.ts';

/** Exams by id, whoever asks: check the viewer's role in the course before showing one. */
export function createExamLoader({ manager }: DataSource): DataLoader<ExamId, Exam | null> {
  return batch(
    async (ids) => byId(await exams.findMany(manager, ids)),
    () => null,
  );
}

/** All exams of a course, oldest first. */
export function createCourseExamsLoader({ manager }: DataSource): DataLoader<CourseId, Exam[]> {
  return batch(
    async (courseIds) => groupedBy(await exams.findByCourses(manager, courseIds), ({ courseId }) => courseId),
    () => [],
  );
}
