import type { Viewer } from '@lyceum/auth';
import { ChapterId, CourseCreated, CourseId, CoursePublished, type Invalid, LessonId, newId } from '@lyceum/contracts';
import { databaseNow, type IdPage } from '@lyceum/database';
import type { Outbox } from '@lyceum/outbox';
import {
  type Conflict,
  type CountedConnection,
  conflictOf,
  requireViewer,
  toCountedConnection,
} from '@lyceum/subgraph';
import type { DataSource } from 'typeorm';
import { type ChapterDraft, draftOutline } from '../outline/draft-outline.ts';
import { outlines } from '../outline/outline.repository.ts';
import type { WithoutLessons } from '../outline/outline.ts';
import { requireStaff } from './course.access.ts';
import { courses } from './course.repository.ts';
import {
  type CatalogueFilter,
  type Course,
  type CourseText,
  createCourse,
  mayTeach,
  type Person,
  publishCourse,
  updateCourse,
} from './course.ts';

export type CourseConnection = CountedConnection<Course>;

export type CreateCourseOutcome = { readonly outcome: 'CREATED'; readonly course: Course } | Invalid;
export type UpdateCourseOutcome = { readonly outcome: 'UPDATED'; readonly course: Course } | Conflict<Course> | Invalid;
export type PublishCourseOutcome =
  | { readonly outcome: 'PUBLISHED'; readonly course: Course }
  | Conflict<Course>
  | WithoutLessons;

export class CourseService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly outbox: Outbox,
  ) {}

  /** Creates a draft with its outline, taught by the viewer. */
  async create(
    viewer: Viewer | null,
    input: CourseText & { readonly chapters: readonly ChapterDraft[] },
  ): Promise<CreateCourseOutcome> {
    const { userId } = requireViewer(viewer);
    return this.outbox.transaction(async ({ manager, append }) => {
      const course = createCourse(input, newId(CourseId), userId, await databaseNow(manager));
      if ('outcome' in course) return course;
      const { id: courseId, title, instructorId, createdAt, version } = course;
      const drafted = draftOutline(courseId, input.chapters, {
        chapter: () => newId(ChapterId),
        lesson: () => newId(LessonId),
      });
      if ('outcome' in drafted) return drafted;
      await courses.insert(manager, course);
      await outlines.save(manager, { courseId, chapters: [] }, drafted.outline, drafted.bodies);
      append(CourseCreated, { courseId, title, instructorId, createdAt: createdAt.toISOString() }, version);
      return { outcome: 'CREATED', course };
    });
  }

  async update(
    viewer: Viewer | null,
    courseId: CourseId,
    expectedVersion: number,
    change: Partial<CourseText>,
  ): Promise<UpdateCourseOutcome> {
    const editor = requireViewer(viewer);
    return this.outbox.transaction(async ({ manager }) => {
      const current = requireStaff(await courses.lock(manager, courseId), editor, 'course', courseId);
      const conflict = conflictOf(current, expectedVersion);
      if (conflict) return conflict;
      const course = updateCourse(current, change);
      if ('outcome' in course) return course;
      await courses.save(manager, course);
      return { outcome: 'UPDATED', course };
    });
  }

  async publish(viewer: Viewer | null, courseId: CourseId, expectedVersion: number): Promise<PublishCourseOutcome> {
    const editor = requireViewer(viewer);
    return this.outbox.transaction(async ({ manager, append }) => {
      const current = requireStaff(await courses.lock(manager, courseId), editor, 'course', courseId);
      const conflict = conflictOf(current, expectedVersion);
      if (conflict) return conflict;
      const lessonCount = (await outlines.countLessons(manager, [courseId])).get(courseId) ?? 0;
      const now = await databaseNow(manager);
      const course = publishCourse(current, lessonCount, now);
      if ('outcome' in course) return course;
      if (course === current) return { outcome: 'PUBLISHED', course };
      await courses.save(manager, course);
      const { title, instructorId, version } = course;
      append(CoursePublished, { courseId, title, instructorId, publishedAt: now.toISOString() }, version);
      return { outcome: 'PUBLISHED', course };
    });
  }

  async findCatalogue(filter: CatalogueFilter, page: IdPage<CourseId>): Promise<CourseConnection> {
    const { manager } = this.dataSource;
    const rows = await courses.findCatalogue(manager, filter, page);
    return toCountedConnection(rows, page, () => courses.countCatalogue(manager, filter));
  }

  /** The courses of an instructor, including drafts; none for a person who is no longer an instructor. */
  async findTaught(instructor: Person, page: IdPage<CourseId>): Promise<CourseConnection> {
    if (!mayTeach(instructor)) return toCountedConnection([], page, async () => 0);
    const { manager } = this.dataSource;
    const instructorId = instructor.userId;
    const rows = await courses.findPage(manager, { instructorId }, page, 'NEWEST_FIRST');
    return toCountedConnection(rows, page, () => courses.count(manager, { instructorId }));
  }
}
