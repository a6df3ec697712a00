import { type ChapterId, type CourseId, checkText, type Invalid, invalid, type LessonId } from '@lyceum/contracts';

/** A lesson of an outline. Its body is stored separately: outlines are read whole, bodies are long. */
export interface Lesson {
  readonly id: LessonId;
  readonly courseId: CourseId;
  readonly chapterId: ChapterId;
  readonly title: string;
}

export interface Chapter {
  readonly id: ChapterId;
  readonly courseId: CourseId;
  readonly title: string;
  /** In order. */
  readonly lessons: readonly Lesson[];
}

/** The chapters of a course, in order. */
export interface Outline {
  readonly courseId: CourseId;
  readonly chapters: readonly Chapter[];
}

export interface ChapterChange {
  readonly outline: Outline;
  readonly chapter: Chapter;
}

export interface LessonChange {
  readonly outline: Outline;
  readonly lesson: Lesson;
}

/** The chapter or the lesson of an edit is not in the outline. */
export interface NotInOutline {
  readonly outcome: 'NOT_IN_OUTLINE';
}

/** Someone has completed a lesson that was to be removed. */
export interface LessonsCompleted {
  readonly outcome: 'LESSONS_COMPLETED';
  readonly lessons: readonly Lesson[];
}

/** A published course must always have a lesson. */
export interface WithoutLessons {
  readonly outcome: 'WITHOUT_LESSONS';
}

/** Lessons that must not be removed. */
export interface Kept {
  readonly completed: ReadonlySet<LessonId>;
  readonly published: boolean;
}

export const outlineLimit = { chapters: 200, lessonsOfChapter: 200, lessons: 2_000 } as const;
/** Of a chapter and of a lesson. */
export const titleLength = { least: 1, most: 200 } as const;
export const bodyLength = { least: 0, most: 100_000 } as const;

const notInOutline: NotInOutline = { outcome: 'NOT_IN_OUTLINE' };

/** @param position 0 is first; null is last */
export function addChapter(
  outline: Outline,
  { id, title }: { id: ChapterId; title: string },
  position: number | null,
): ChapterChange | Invalid {
  const { chapters, courseId } = outline;
  const chapter: Chapter = { id, courseId, title: title.trim(), lessons: [] };
  const fault =
    checkTitle('title', chapter.title) ??
    checkChapterCount('courseId', chapters.length + 1) ??
    checkPosition(position, chapters.length);
  return fault ?? { outline: { courseId, chapters: insertAt(chapters, chapter, position) }, chapter };
}

export function renameChapter(
  outline: Outline,
  chapterId: ChapterId,
  title: string,
): ChapterChange | Invalid | NotInOutline {
  const current = findChapter(outline, chapterId);
  if (!current) return notInOutline;
  const chapter = { ...current, title: title.trim() };
  return checkTitle('title', chapter.title) ?? { outline: withChapters(outline, [chapter]), chapter };
}

/** @param position where it stands afterwards; 0 is first */
export function moveChapter(
  outline: Outline,
  chapterId: ChapterId,
  position: number,
): ChapterChange | Invalid | NotInOutline {
  const chapter = findChapter(outline, chapterId);
  if (!chapter) return notInOutline;
  const others = without(outline.chapters, chapterId);
  const moved = { ...outline, chapters: insertAt(others, chapter, position) };
  return checkPosition(position, others.length) ?? { outline: moved, chapter };
}

/** The outline without a chapter and its lessons. */
export function removeChapter(
  outline: Outline,
  chapterId: ChapterId,
  kept: Kept,
): { outline: Outline } | NotInOutline | LessonsCompleted | WithoutLessons {
  const chapter = findChapter(outline, chapterId);
  if (!chapter) return notInOutline;
  const remaining = { ...outline, chapters: without(outline.chapters, chapterId) };
  return checkRemoval(remaining, chapter.lessons, kept) ?? { outline: remaining };
}

/** @param position 0 is first in the chapter; null is last */
export function addLesson(
  outline: Outline,
  chapterId: ChapterId,
  { id, title, body }: { id: LessonId; title: string; body: string },
  position: number | null,
): LessonChange | Invalid | NotInOutline {
  const chapter = findChapter(outline, chapterId);
  if (!chapter) return notInOutline;
  const { courseId } = outline;
  const lesson: Lesson = { id, courseId, chapterId, title: title.trim() };
  const fault =
    checkTitle('title', lesson.title) ??
    checkBody('body', body) ??
    checkLessonCount('chapterId', chapter.lessons.length + 1) ??
    checkLessonsOfCourse('chapterId', lessonsOf(outline).length + 1) ??
    checkPosition(position, chapter.lessons.length);
  const lessons = insertAt(chapter.lessons, lesson, position);
  return fault ?? { outline: withChapters(outline, [{ ...chapter, lessons }]), lesson };
}

/**
 * The outline with another title of a lesson; a new body is only checked, as outlines hold none. Undefined: unchanged.
 */
export function updateLesson(
  outline: Outline,
  lessonId: LessonId,
  { title, body }: { title: string | undefined; body: string | undefined },
): LessonChange | Invalid | NotInOutline {
  const current = findLesson(outline, lessonId);
  const chapter = current && findChapter(outline, current.chapterId);
  if (!chapter) return notInOutline;
  const lesson = { ...current, title: title?.trim() ?? current.title };
  const lessons = chapter.lessons.map((each) => (each.id === lessonId ? lesson : each));
  return (
    checkTitle('title', lesson.title) ??
    checkBody('body', body ?? '') ?? { outline: withChapters(outline, [{ ...chapter, lessons }]), lesson }
  );
}

/**
 * @param chapterId the new chapter; may be the current one
 * @param position its new position in that chapter; 0 is first
 */
export function moveLesson(
  outline: Outline,
  lessonId: LessonId,
  chapterId: ChapterId | null,
  position: number,
): LessonChange | Invalid | NotInOutline {
  const current = findLesson(outline, lessonId);
  const source = current && findChapter(outline, current.chapterId);
  if (!source) return notInOutline;
  const target = chapterId === null ? source : findChapter(outline, chapterId);
  if (!target) return invalid('chapterId', `This course has no chapter ${chapterId}.`);
  const lesson = { ...current, chapterId: target.id };
  const left = { ...source, lessons: without(source.lessons, lessonId) };
  const others = without(target.lessons, lessonId);
  const entered = { ...target, lessons: insertAt(others, lesson, position) };
  return (
    checkLessonCount('chapterId', entered.lessons.length) ??
    checkPosition(position, others.length) ?? { outline: withChapters(outline, [left, entered]), lesson }
  );
}

export function removeLesson(
  outline: Outline,
  lessonId: LessonId,
  kept: Kept,
): { outline: Outline } | NotInOutline | LessonsCompleted | WithoutLessons {
  const lesson = findLesson(outline, lessonId);
  const chapter = lesson && findChapter(outline, lesson.chapterId);
  if (!chapter) return notInOutline;
  const remaining = withChapters(outline, [{ ...chapter, lessons: without(chapter.lessons, lessonId) }]);
  return checkRemoval(remaining, [lesson], kept) ?? { outline: remaining };
}

export function findChapter(outline: Outline, id: ChapterId): Chapter | undefined {
  return outline.chapters.find((chapter) => chapter.id === id);
}

export function findLesson(outline: Outline, id: LessonId): Lesson | undefined {
  return lessonsOf(outline).find((lesson) => lesson.id === id);
}

export function lessonsOf(outline: Outline): Lesson[] {
  return outline.chapters.flatMap((chapter) => chapter.lessons);
}

export function checkTitle(field: string, title: string): Invalid | null {
  return checkText(field, 'A title', title, titleLength);
}

export function checkBody(field: string, body: string): Invalid | null {
  return checkText(field, 'The body of a lesson', body, bodyLength);
}

export function checkChapterCount(field: string, count: number): Invalid | null {
  const most = outlineLimit.chapters;
  return count > most ? invalid(field, `A course has at most ${most} chapters; this would be ${count}.`) : null;
}

export function checkLessonCount(field: string, count: number): Invalid | null {
  const most = outlineLimit.lessonsOfChapter;
  return count > most ? invalid(field, `A chapter has at most ${most} lessons; this would be ${count}.`) : null;
}

/** Outlines are read whole. */
export function checkLessonsOfCourse(field: string, count: number): Invalid | null {
  const most = outlineLimit.lessons;
  return count > most ? invalid(field, `A course has at most ${most} lessons in total; this would be ${count}.`) : null;
}

function checkPosition(position: number | null, last: number): Invalid | null {
  if (position === null || (Number.isInteger(position) && position >= 0 && position <= last)) return null;
  return invalid('position', `The position is from 0, the first, to ${last}, the last; not ${position}.`);
}

function checkRemoval(
  remaining: Outline,
  removed: readonly Lesson[],
  { completed, published }: Kept,
): LessonsCompleted | WithoutLessons | null {
  const lessons = removed.filter((lesson) => completed.has(lesson.id));
  if (lessons.length > 0) return { outcome: 'LESSONS_COMPLETED', lessons };
  return published && lessonsOf(remaining).length === 0 ? { outcome: 'WITHOUT_LESSONS' } : null;
}

/** The outline with these chapters in the places of those with the same id; of two with one id the later counts. */
function withChapters(outline: Outline, changed: readonly Chapter[]): Outline {
  const byId = new Map(changed.map((chapter) => [chapter.id, chapter]));
  return { ...outline, chapters: outline.chapters.map((chapter) => byId.get(chapter.id) ?? chapter) };
}

function without<Item extends { readonly id: string }>(items: readonly Item[], id: string): readonly Item[] {
  return items.filter((item) => item.id !== id);
}

function insertAt<Item>(items: readonly Item[], item: Item, position: number | null): readonly Item[] {
  const place = position ?? items.length;
  return [...items.slice(0, place), item, ...items.slice(place)];
}
