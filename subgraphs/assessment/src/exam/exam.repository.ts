import type { CourseId, ExamId } from '@lyceum/contracts';
import { repositoryOf } from '@lyceum/database';
import { type EntityManager, In } from 'typeorm';
import type { Candidate } from '../draw/draw-items.ts';
import { ExamEntity } from './exam.entity.ts';
import type { Exam } from './exam.ts';

export const exams = {
  ...repositoryOf(ExamEntity, toExam),

  async save(manager: EntityManager, exam: Exam): Promise<void> {
    const { id, ...columns } = exam;
    await manager.update(ExamEntity, { id }, { ...columns, sections: [...exam.sections] });
  },

  /** The exams of some courses, oldest first. */
  async findByCourses(manager: EntityManager, courseIds: readonly CourseId[]): Promise<Exam[]> {
    const rows = await manager.find(ExamEntity, { where: { courseId: In([...courseIds]) }, order: { id: 'ASC' } });
    return rows.map(toExam);
  },

  /** Fixes the candidates of an exam, by section. */
  async addCandidates(
    manager: EntityManager,
    examId: ExamId,
    candidates: ReadonlyMap<string, readonly Candidate[]>,
  ): Promise<void> {
    for (const [sectionId, some] of candidates) {
      await manager.query(
        `INSERT INTO exam_candidate (exam_id, section_id, question_id, version)
         SELECT $1, $2, question_id, version FROM unnest($3::uuid[], $4::int[]) AS candidate(question_id, version)`,
        [examId, sectionId, some.map(({ questionId }) => questionId), some.map(({ version }) => version)],
      );
    }
  },

  /** The candidates of an exam, by section, in the order in which the questions were added to their bank. */
  async findCandidates(manager: EntityManager, examId: ExamId): Promise<Map<string, Candidate[]>> {
    const rows: { section_id: string; question_id: string; version: number }[] = await manager.query(
      'SELECT section_id, question_id, version FROM exam_candidate WHERE exam_id = $1 ORDER BY question_id',
      [examId],
    );
    const candidates = new Map<string, Candidate[]>();
    for (const { section_id: sectionId, question_id: questionId, version } of rows) {
      const some = candidates.get(sectionId) ?? [];
      some.push({ questionId, version });
      candidates.set(sectionId, some);
    }
    return candidates;
  },
};

function toExam(row: ExamEntity): Exam {
  return { ...row } as Exam;
}
