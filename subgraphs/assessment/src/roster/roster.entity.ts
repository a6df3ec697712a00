import type { CourseId, UserId } from '@lyceum/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('roster_course')
export class RosterCourseEntity {
  @PrimaryColumn('uuid', { name: 'course_id' })
  courseId: CourseId;

  @Column('uuid', { name: 'instructor_id' })
  instructorId: UserId;
}

@Entity('roster_learner')
export class RosterLearnerEntity {
  @PrimaryColumn('uuid', { name: 'course_id' })
  courseId: CourseId;

  @PrimaryColumn('uuid', { name: 'learner_id' })
  learnerId: UserId;
}
