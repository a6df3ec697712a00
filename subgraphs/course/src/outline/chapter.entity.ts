import type { ChapterId, CourseId } from '@lyceum/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('chapter')
export class ChapterEntity {
  @PrimaryColumn('uuid')
  id: ChapterId;

  @Column('uuid', { name: 'course_id' })
  courseId: CourseId;

  @Column('text')
  title: string;

  @Column('int')
  position: number;
}
