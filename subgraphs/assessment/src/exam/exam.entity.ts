import type { CourseId, ExamId, ExamSectionId, QuestionId } from '@lyceum/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Exam, ExamSection } from './exam.ts';

@Entity('exam')
export class ExamEntity {
  @PrimaryColumn('uuid')
  id: ExamId;

  @Column('uuid', { name: 'course_id' })
  courseId: CourseId;

  @Column('text')
  title: string;

  @Column('text')
  status: Exam['status'];

  @Column('int')
  version: number;

  @Column('int', { name: 'time_limit_seconds', nullable: true })
  timeLimitSeconds: number | null;

  @Column('timestamptz', { name: 'opens_at', nullable: true })
  opensAt: Date | null;

  @Column('timestamptz', { name: 'closes_at', nullable: true })
  closesAt: Date | null;

  @Column('int', { name: 'attempts_allowed' })
  attemptsAllowed: number;

  @Column('jsonb')
  sections: readonly ExamSection[];

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt: Date | null;
}

@Entity('exam_candidate')
export class ExamCandidateEntity {
  @PrimaryColumn('uuid', { name: 'exam_id' })
  examId: ExamId;

  @PrimaryColumn('uuid', { name: 'section_id' })
  sectionId: ExamSectionId;

  @PrimaryColumn('uuid', { name: 'question_id' })
  questionId: QuestionId;

  @Column('int')
  version: number;
}
