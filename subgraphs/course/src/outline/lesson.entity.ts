import type { ChapterId, CourseId, LessonId } from '@lyceum/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('lesson')
export class LessonEntity {
  @PrimaryColumn('uuid')
  id: LessonId;

  @Column('uuid', { name: 'course_id' })
  courseId: CourseId;

  @Column('uuid', { name: 'chapter_id' })
  chapterId: ChapterId;

  @Column('text')
  title: string;

  /** Long, so read only on request. */
  @Column('text', { select: false })
  body: string;

  @Column('int')
  position: number;
}
