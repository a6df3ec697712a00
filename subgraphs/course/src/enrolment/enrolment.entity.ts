import type { CourseId, EnrolmentId, UserId } from '@lyceum/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('enrolment')
export class EnrolmentEntity {
  @PrimaryColumn('uuid')
  id: EnrolmentId;

  @Column('uuid', { name: 'course_id' })
  courseId: CourseId;

  @Column('uuid', { name: 'learner_id' })
  learnerId: UserId;

  @Column('int')
  version: number;

  @Column('timestamptz', { name: 'enrolled_at' })
  enrolledAt: Date;
}
