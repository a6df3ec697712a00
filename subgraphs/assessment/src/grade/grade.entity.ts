import type { AttemptId, CourseId, ExamId, GradeId, UserId } from '@lyceum/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('grade')
export class GradeEntity {
  @PrimaryColumn('uuid')
  id: GradeId;

  @Column('uuid', { name: 'exam_id' })
  examId: ExamId;

  @Column('uuid', { name: 'course_id' })
  courseId: CourseId;

  @Column('uuid', { name: 'learner_id' })
  learnerId: UserId;

  @Column('uuid', { name: 'attempt_id' })
  attemptId: AttemptId;

  @Column('int')
  version: number;

  @Column('numeric')
  score: string;

  @Column('numeric', { name: 'max_score' })
  maxScore: string;

  @Column('numeric')
  percentage: string;

  @Column('text')
  calculator: string;

  @Column('timestamptz', { name: 'graded_at' })
  gradedAt: Date;
}
