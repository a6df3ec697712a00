import type { CourseId, ExamId } from '@lyceum/contracts';
import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { exams } from './exam.repository.ts';
import type { Exam } from './exam.ts';

/** Exams by id, whoever asks: check the viewer's standing before showing one. */
export function createExamLoader(dataSource: DataSource): DataLoader<ExamId, Exam | null> {
  return new DataLoader(async (ids) => {
    const found = new Map((await exams.findMany(dataSource.manager, ids)).map((exam) => [exam.id, exam]));
    return ids.map((id) => found.get(id) ?? null);
  });
}

/** All exams of a course, oldest first. */
export function createCourseExamsLoader(dataSource: DataSource): DataLoader<CourseId, Exam[]> {
  return new DataLoader(async (courseIds) => {
    const found = await exams.findByCourses(dataSource.manager, courseIds);
    return courseIds.map((courseId) => found.filter((exam) => exam.courseId === courseId));
  });
}
