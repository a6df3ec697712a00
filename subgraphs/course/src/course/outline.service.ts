import type { Viewer } from '@lyceum/auth';
import { ChapterId, type CourseId, type Invalid, LessonId, newId } from '@lyceum/contracts';
import type { Outbox } from '@lyceum/outbox';
import { type Conflict, conflictOf, notFound, requireViewer } from '@lyceum/subgraph';
import type { EntityManager } from 'typeorm';
import { outlines } from '../outline/outline.repository.ts';
import {
  addChapter,
  addLesson,
  type ChapterChange,
  findChapter,
  type LessonChange,
  type LessonsCompleted,
  moveChapter,
  moveLesson,
  type NotInOutline,
  type Outline,
  removeChapter,
  removeLesson,
  renameChapter,
  updateLesson,
  type WithoutLessons,
} from '../outline/outline.ts';
import { requireStaff } from './course.access.ts';
import { courses } from './course.repository.ts';
import { type Course, nextVersion } from './course.ts';

export type EditOutcome<Change, Fault> =
  | ({ readonly outcome: 'EDITED'; readonly course: Course } & Change)
  | Conflict<Course>
  | Fault;
export type ChapterOutcome = EditOutcome<ChapterChange, Invalid>;
export type LessonOutcome = EditOutcome<LessonChange, Invalid>;
export type RemovalOutcome = EditOutcome<Removal, RemovalFault>;

type Removal = { readonly outline: Outline };
type RemovalFault = LessonsCompleted | WithoutLessons;

/** The input of every edit: the version of the course that the editor saw. */
interface Edit {
  readonly expectedVersion: number;
}

/** The subject of an edit, and how to find its course. */
interface Subject {
  readonly kind: 'course' | 'chapter' | 'lesson';
  readonly id: string;
  findCourse(manager: EntityManager): Promise<CourseId | undefined>;
}

/** The data from which an edit is decided. */
interface Decision {
  readonly manager: EntityManager;
  readonly course: Course;
  readonly outline: Outline;
}

/** Edits of outlines. Those of one course are serialized by the lock of its row, and increment its version. */
export class OutlineService {
  constructor(private readonly outbox: Outbox) {}

  async addChapter(
    viewer: Viewer | null,
    input: Edit & { courseId: CourseId; title: string; position: number | null },
  ): Promise<ChapterOutcome> {
    const { courseId, title, position } = input;
    const subject: Subject = { kind: 'course', id: courseId, findCourse: async () => courseId };
    return this.edit<ChapterChange, Invalid>(viewer, subject, input, ({ outline }) =>
      addChapter(outline, { id: newId(ChapterId), title }, position),
    );
  }

  async updateChapter(
    viewer: Viewer | null,
    input: Edit & { chapterId: ChapterId; title: string },
  ): Promise<ChapterOutcome> {
    const { chapterId, title } = input;
    return this.edit<ChapterChange, Invalid>(viewer, chapterSubject(chapterId), input, ({ outline }) =>
      renameChapter(outline, chapterId, title),
    );
  }

  async moveChapter(
    viewer: Viewer | null,
    input: Edit & { chapterId: ChapterId; position: number },
  ): Promise<ChapterOutcome> {
    const { chapterId, position } = input;
    return this.edit<ChapterChange, Invalid>(viewer, chapterSubject(chapterId), input, ({ outline }) =>
      moveChapter(outline, chapterId, position),
    );
  }

  async removeChapter(viewer: Viewer | null, input: Edit & { chapterId: ChapterId }): Promise<RemovalOutcome> {
    const { chapterId } = input;
    return this.edit<Removal, RemovalFault>(
      viewer,
      chapterSubject(chapterId),
      input,
      async ({ manager, course, outline }) => {
        const lessonIds = findChapter(outline, chapterId)?.lessons.map(({ id }) => id) ?? [];
        const completed = await outlines.lockForRemoval(manager, lessonIds);
        return removeChapter(outline, chapterId, { completed, published: course.publishedAt !== null });
      },
    );
  }

  async addLesson(
    viewer: Viewer | null,
    input: Edit & { chapterId: ChapterId; title: string; body: string; position: number | null },
  ): Promise<LessonOutcome> {
    const { chapterId, title, body, position } = input;
    const id = newId(LessonId);
    return this.edit<LessonChange, Invalid>(
      viewer,
      chapterSubject(chapterId),
      input,
      ({ outline }) => addLesson(outline, chapterId, { id, title, body }, position),
      new Map([[id, body]]),
    );
  }

  async updateLesson(
    viewer: Viewer | null,
    input: Edit & { lessonId: LessonId; title: string | undefined; body: string | undefined },
  ): Promise<LessonOutcome> {
    const { lessonId, title, body } = input;
    return this.edit<LessonChange, Invalid>(
      viewer,
      lessonSubject(lessonId),
      input,
      ({ outline }) => updateLesson(outline, lessonId, { title, body }),
      new Map(body === undefined ? [] : [[lessonId, body]]),
    );
  }

  async moveLesson(
    viewer: Viewer | null,
    input: Edit & { lessonId: LessonId; chapterId: ChapterId | null; position: number },
  ): Promise<LessonOutcome> {
    const { lessonId, chapterId, position } = input;
    return this.edit<LessonChange, Invalid>(viewer, lessonSubject(lessonId), input, ({ outline }) =>
      moveLesson(outline, lessonId, chapterId, position),
    );
  }

  async removeLesson(viewer: Viewer | null, input: Edit & { lessonId: LessonId }): Promise<RemovalOutcome> {
    const { lessonId } = input;
    return this.edit<Removal, RemovalFault>(
      viewer,
      lessonSubject(lessonId),
      input,
      async ({ manager, course, outline }) => {
        const completed = await outlines.lockForRemoval(manager, [lessonId]);
        return removeLesson(outline, lessonId, { completed, published: course.publishedAt !== null });
      },
    );
  }

  /** The steps of every edit: authorise, lock, compare versions, decide, save. */
  private async edit<Change extends { readonly outline: Outline }, Fault extends { readonly outcome: string }>(
    viewer: Viewer | null,
    subject: Subject,
    { expectedVersion }: Edit,
    decide: (decision: Decision) => Decided<Change, Fault> | Promise<Decided<Change, Fault>>,
    bodies?: ReadonlyMap<LessonId, string>,
  ): Promise<EditOutcome<Change, Fault>> {
    const editor = requireViewer(viewer);
    return this.outbox.transaction(async ({ manager }) => {
      const courseId = await subject.findCourse(manager);
      const locked = courseId && (await courses.lock(manager, courseId));
      const current = requireStaff(locked, editor, subject.kind, subject.id);
      const conflict = conflictOf(current, expectedVersion);
      if (conflict) return conflict;
      const outline = await outlines.find(manager, current.id);
      const decided = await decide({ manager, course: current, outline });
      if (isNotInOutline(decided)) throw notFound(subject.kind, subject.id);
      if ('outcome' in decided) return decided;
      const course = nextVersion(current);
      await outlines.save(manager, outline, decided.outline, bodies);
      await courses.save(manager, course);
      return { outcome: 'EDITED', course, ...decided };
    });
  }
}

type Decided<Change, Fault> = Change | Fault | NotInOutline;

function isNotInOutline(decided: object): decided is NotInOutline {
  return 'outcome' in decided && decided.outcome === 'NOT_IN_OUTLINE';
}

function chapterSubject(id: ChapterId): Subject {
  return { kind: 'chapter', id, findCourse: (manager) => outlines.findCourseOfChapter(manager, id) };
}

function lessonSubject(id: LessonId): Subject {
  const findCourse = async (manager: EntityManager) => (await outlines.findLesson(manager, id))?.courseId;
  return { kind: 'lesson', id, findCourse };
}
