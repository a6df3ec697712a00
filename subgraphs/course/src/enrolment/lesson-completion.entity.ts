import type { EnrolmentId, LessonId } from '@lyceum/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('lesson_completion')
export class LessonCompletionEntity {
  @PrimaryColumn('uuid', { name: 'enrolment_id' })
  enrolmentId: EnrolmentId;

  @PrimaryColumn('uuid', { name: 'lesson_id' })
  lessonId: LessonId;

  @Column('timestamptz', { name: 'completed_at' })
  completedAt: Date;
}
