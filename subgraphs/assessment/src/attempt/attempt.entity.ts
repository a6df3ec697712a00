import type { AttemptId, AttemptItemId, CourseId, ExamId, ExamSectionId, QuestionId, UserId } from '@lyceum/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Calculator } from '../grading/calculator.ts';
import type { Response } from '../question/question.ts';
import type { Attempt, Closer, ItemOutcome } from './attempt.ts';

@Entity('attempt')
export class AttemptEntity {
  @PrimaryColumn('uuid')
  id: AttemptId;

  @Column('uuid', { name: 'exam_id' })
  examId: ExamId;

  @Column('uuid', { name: 'course_id' })
  courseId: CourseId;

  @Column('uuid', { name: 'learner_id' })
  learnerId: UserId;

  @Column('int')
  number: number;

  @Column('int')
  version: number;

  @Column('text')
  status: Attempt['status'];

  @Column('text')
  seed: string;

  @Column('timestamptz', { name: 'started_at' })
  startedAt: Date;

  @Column('timestamptz', { name: 'deadline_at', nullable: true })
  deadlineAt: Date | null;

  @Column('text')
  calculator: Calculator;

  @Column('timestamptz', { name: 'submitted_at', nullable: true })
  submittedAt: Date | null;

  @Column('text', { name: 'closed_by', nullable: true })
  closedBy: Closer | null;

  @Column('text', { name: 'submission_key', nullable: true })
  submissionKey: string | null;
}

@Entity('attempt_item')
export class AttemptItemEntity {
  @PrimaryColumn('uuid')
  id: AttemptItemId;

  @Column('uuid', { name: 'attempt_id' })
  attemptId: AttemptId;

  @Column('int')
  position: number;

  @Column('uuid', { name: 'section_id' })
  sectionId: ExamSectionId;

  @Column('uuid', { name: 'question_id' })
  questionId: QuestionId;

  @Column('int', { name: 'question_version' })
  questionVersion: number;

  @Column('numeric')
  points: string;

  @Column('text')
  seed: string;

  @Column('jsonb', { nullable: true })
  response: Response | null;

  /** Up to 2^53 - 1. */
  @Column('bigint', { transformer: { from: Number, to: (sequence: number) => sequence } })
  sequence: number;

  @Column('timestamptz', { name: 'saved_at', nullable: true })
  savedAt: Date | null;

  @Column('jsonb')
  outcome: ItemOutcome;
}
