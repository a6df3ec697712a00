import type { ChapterId, CourseId, LessonId } from '@lyceum/contracts';
import { type EntityManager, In } from 'typeorm';
import { ChapterEntity } from './chapter.entity.ts';
import { LessonEntity } from './lesson.entity.ts';
import { type Chapter, type Lesson, lessonsOf, type Outline } from './outline.ts';

/** All statements on chapters and lessons. Rows are not exposed. */
export const outlines = {
  /** The outlines of courses, in one statement, so that a concurrent edit is seen completely or not at all. */
  async findMany(manager: EntityManager, courseIds: readonly CourseId[]): Promise<Outline[]> {
    const rows = await manager.query<OutlineRow[]>(
      `SELECT chapter.course_id, chapter.id AS chapter_id, chapter.title AS chapter_title,
              lesson.id AS lesson_id, lesson.title AS lesson_title
       FROM chapter LEFT JOIN lesson ON lesson.chapter_id = chapter.id
       WHERE chapter.course_id = ANY($1)
       ORDER BY chapter.course_id, chapter.position, lesson.position`,
      [courseIds],
    );
    const chapters = toChapters(rows);
    return courseIds.map((courseId) => ({
      courseId,
      chapters: chapters.filter((chapter) => chapter.courseId === courseId),
    }));
  },

  async find(manager: EntityManager, courseId: CourseId): Promise<Outline> {
    const [outline] = await outlines.findMany(manager, [courseId]);
    return outline ?? { courseId, chapters: [] };
  },

  async countLessons(manager: EntityManager, courseIds: readonly CourseId[]): Promise<ReadonlyMap<CourseId, number>> {
    const rows = await manager.query<{ course_id: CourseId; lessons: number }[]>(
      'SELECT course_id, count(*)::int AS lessons FROM lesson WHERE course_id = ANY($1) GROUP BY course_id',
      [courseIds],
    );
    return new Map(rows.map((row) => [row.course_id, row.lessons]));
  },

  async findCourseOfChapter(manager: EntityManager, chapterId: ChapterId): Promise<CourseId | undefined> {
    const row = await manager.findOneBy(ChapterEntity, { id: chapterId });
    return row?.courseId;
  },

  async findLessons(manager: EntityManager, ids: readonly LessonId[]): Promise<Lesson[]> {
    return (await manager.findBy(LessonEntity, { id: In([...ids]) })).map(toLesson);
  },

  async findLesson(manager: EntityManager, id: LessonId): Promise<Lesson | undefined> {
    const [lesson] = await outlines.findLessons(manager, [id]);
    return lesson;
  },

  async findBodies(manager: EntityManager, ids: readonly LessonId[]): Promise<ReadonlyMap<LessonId, string>> {
    const rows = await manager.find(LessonEntity, { where: { id: In([...ids]) }, select: { id: true, body: true } });
    return new Map(rows.map((row) => [row.id, row.body]));
  },

  /** Locks the lesson against removal until the transaction ends; others may hold the same lock. */
  async lockAgainstRemoval(manager: EntityManager, id: LessonId): Promise<Lesson | undefined> {
    const row = await manager.findOne(LessonEntity, { where: { id }, lock: { mode: 'for_key_share' } });
    return row ? toLesson(row) : undefined;
  },

  /** The lessons that someone has completed. None of the lessons can be completed until the transaction ends. */
  async lockForRemoval(manager: EntityManager, ids: readonly LessonId[]): Promise<ReadonlySet<LessonId>> {
    await manager.query('SELECT FROM lesson WHERE id = ANY($1) ORDER BY id FOR UPDATE', [ids]);
    const rows = await manager.query<{ lesson_id: LessonId }[]>(
      'SELECT DISTINCT lesson_id FROM lesson_completion WHERE lesson_id = ANY($1)',
      [ids],
    );
    return new Set(rows.map((row) => row.lesson_id));
  },

  /** Writes the differences between two outlines of a course, and the given bodies. Lock the course first. */
  async save(
    manager: EntityManager,
    before: Outline,
    after: Outline,
    bodies: ReadonlyMap<LessonId, string> = new Map(),
  ): Promise<void> {
    const { courseId } = after;
    const chapters = changedRows(chapterRows(before), chapterRows(after));
    if (chapters.length > 0) await mergeChapters(manager, courseId, chapters);
    const lessons = changedRows(lessonRows(before), lessonRows(after, bodies));
    if (lessons.length > 0) await mergeLessons(manager, courseId, lessons);
    const removedLessons = missingIds(lessonsOf(before), lessonsOf(after));
    if (removedLessons.length > 0) await manager.delete(LessonEntity, { id: In(removedLessons) });
    const removedChapters = missingIds(before.chapters, after.chapters);
    if (removedChapters.length > 0) await manager.delete(ChapterEntity, { id: In(removedChapters) });
  },
};

interface OutlineRow {
  readonly course_id: CourseId;
  readonly chapter_id: ChapterId;
  readonly chapter_title: string;
  readonly lesson_id: LessonId | null;
  readonly lesson_title: string;
}

interface ChapterRow {
  readonly id: ChapterId;
  readonly title: string;
  readonly position: number;
}

interface LessonRow {
  readonly id: LessonId;
  readonly chapter_id: ChapterId;
  readonly title: string;
  readonly position: number;
  /** Undefined leaves it unchanged. */
  readonly body: string | undefined;
}

function chapterRows({ chapters }: Outline): ChapterRow[] {
  return chapters.map(({ id, title }, position) => ({ id, title, position }));
}

function lessonRows({ chapters }: Outline, bodies?: ReadonlyMap<LessonId, string>): LessonRow[] {
  return chapters.flatMap(({ lessons }) =>
    lessons.map(({ id, chapterId, title }, position) => ({
      id,
      chapter_id: chapterId,
      title,
      position,
      body: bodies?.get(id),
    })),
  );
}

function changedRows<Row extends { readonly id: string }>(before: readonly Row[], after: readonly Row[]): Row[] {
  const known = new Map(before.map((row) => [row.id, JSON.stringify(row)]));
  return after.filter((row) => known.get(row.id) !== JSON.stringify(row));
}

function missingIds<Id extends string>(before: readonly { id: Id }[], after: readonly { id: Id }[]): Id[] {
  const left = new Set(after.map(({ id }) => id));
  return before.map(({ id }) => id).filter((id) => !left.has(id));
}

async function mergeChapters(manager: EntityManager, courseId: CourseId, rows: readonly ChapterRow[]): Promise<void> {
  await manager.query(
    `MERGE INTO chapter
     USING jsonb_to_recordset($2::jsonb) AS new(id uuid, title text, position int) ON new.id = chapter.id
     WHEN MATCHED THEN UPDATE SET title = new.title, position = new.position
     WHEN NOT MATCHED THEN INSERT (id, course_id, title, position) VALUES (new.id, $1, new.title, new.position)`,
    [courseId, JSON.stringify(rows)],
  );
}

async function mergeLessons(manager: EntityManager, courseId: CourseId, rows: readonly LessonRow[]): Promise<void> {
  await manager.query(
    `MERGE INTO lesson
     USING jsonb_to_recordset($2::jsonb) AS new(id uuid, chapter_id uuid, title text, position int, body text)
       ON new.id = lesson.id
     WHEN MATCHED THEN UPDATE SET chapter_id = new.chapter_id, title = new.title, position = new.position,
       body = coalesce(new.body, lesson.body)
     WHEN NOT MATCHED THEN INSERT (id, course_id, chapter_id, title, position, body)
       VALUES (new.id, $1, new.chapter_id, new.title, new.position, new.body)`,
    [courseId, JSON.stringify(rows)],
  );
}

function toChapters(rows: readonly OutlineRow[]): Chapter[] {
  const chapters = new Map<ChapterId, Chapter & { lessons: Lesson[] }>();
  for (const row of rows) {
    const { course_id: courseId, chapter_id: id } = row;
    const chapter = chapters.get(id) ?? { id, courseId, title: row.chapter_title, lessons: [] };
    chapters.set(id, chapter);
    if (row.lesson_id) chapter.lessons.push({ id: row.lesson_id, courseId, chapterId: id, title: row.lesson_title });
  }
  return [...chapters.values()];
}

function toLesson({ id, courseId, chapterId, title }: LessonEntity): Lesson {
  return { id, courseId, chapterId, title };
}
