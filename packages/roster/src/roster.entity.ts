import type { CourseId, UserId } from '@lyceum/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CourseRole } from './rights.ts';

@Entity('course_instructor')
export class CourseInstructorEntity {
  @PrimaryColumn('uuid', { name: 'course_id' })
  courseId: CourseId;

  @Column('uuid', { name: 'instructor_id' })
  instructorId: UserId;
}

@Entity('course_member')
export class CourseMemberEntity {
  @PrimaryColumn('uuid', { name: 'course_id' })
  courseId: CourseId;

  @PrimaryColumn('uuid', { name: 'user_id' })
  userId: UserId;

  @PrimaryColumn('text')
  role: Exclude<CourseRole, 'INSTRUCTOR'>;
}
