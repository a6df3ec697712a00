import type { CourseId, UserId } from '@lyceum/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('course')
export class CourseEntity {
  @PrimaryColumn('uuid')
  id: CourseId;

  @Column('text')
  title: string;

  @Column('text')
  summary: string;

  @Column('uuid', { name: 'instructor_id' })
  instructorId: UserId;

  @Column('int')
  version: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt: Date | null;
}
