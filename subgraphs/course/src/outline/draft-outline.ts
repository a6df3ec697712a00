import type { ChapterId, CourseId, Invalid, LessonId } from '@lyceum/contracts';
import {
  type Chapter,
  checkBody,
  checkChapterCount,
  checkLessonCount,
  checkLessonsOfCourse,
  checkTitle,
  type Lesson,
  type Outline,
} from './outline.ts';

/** A chapter as given by an author or an import, before it has an id. */
export interface ChapterDraft {
  readonly title: string;
  readonly lessons: readonly { readonly title: string; readonly body: string }[];
}

export interface DraftedOutline {
  readonly outline: Outline;
  readonly bodies: ReadonlyMap<LessonId, string>;
}

/**
 * Creates a whole outline.
 * @param ids returns a new id with each call
 */
export function draftOutline(
  courseId: CourseId,
  drafts: readonly ChapterDraft[],
  ids: { chapter(): ChapterId; lesson(): LessonId },
): DraftedOutline | Invalid {
  const fault = checkDrafts(drafts);
  if (fault) return fault;
  const bodies = new Map<LessonId, string>();
  const chapters = drafts.map((draft): Chapter => {
    const chapterId = ids.chapter();
    const lessons = draft.lessons.map(({ title, body }): Lesson => {
      const id = ids.lesson();
      bodies.set(id, body);
      return { id, courseId, chapterId, title: title.trim() };
    });
    return { id: chapterId, courseId, title: draft.title.trim(), lessons };
  });
  return { outline: { courseId, chapters }, bodies };
}

/** The first error in reading order. */
function checkDrafts(drafts: readonly ChapterDraft[]): Invalid | null {
  const tooMany = checkChapterCount('chapters', drafts.length);
  if (tooMany) return tooMany;
  const lessonCount = drafts.reduce((sum, { lessons }) => sum + lessons.length, 0);
  for (const [index, { title, lessons }] of drafts.entries()) {
    const path = `chapters.${index}`;
    const fault = checkTitle(`${path}.title`, title.trim()) ?? checkLessonCount(`${path}.lessons`, lessons.length);
    if (fault) return fault;
    for (const [place, lesson] of lessons.entries()) {
      const lessonFault =
        checkTitle(`${path}.lessons.${place}.title`, lesson.title.trim()) ??
        checkBody(`${path}.lessons.${place}.body`, lesson.body);
      if (lessonFault) return lessonFault;
    }
  }
  return checkLessonsOfCourse('chapters', lessonCount);
}
