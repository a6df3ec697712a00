import { ChapterId, LessonId, newId } from '@lyceum/contracts';
import fc from 'fast-check';
import {
  addChapter,
  addLesson,
  lessonsOf,
  moveChapter,
  moveLesson,
  type Outline,
  removeChapter,
  removeLesson,
  renameChapter,
  updateLesson,
} from '../outline/outline.ts';

/** An edit of an outline; the numbers select from the current contents, and slightly beyond. */
export interface Edit {
  readonly kind: (typeof kinds)[number];
  readonly chapter: number;
  readonly lesson: number;
  readonly position: number;
}

const kinds = [
  'addChapter',
  'renameChapter',
  'moveChapter',
  'removeChapter',
  'addLesson',
  'addLesson',
  'updateLesson',
  'moveLesson',
  'moveLesson',
  'removeLesson',
] as const;

export const edits: fc.Arbitrary<Edit[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...kinds),
    chapter: fc.nat(4),
    lesson: fc.nat(8),
    position: fc.integer({ min: -1, max: 5 }),
  }),
  { maxLength: 40 },
);

/** The result of an edit on an outline; the same outline if it is refused. */
export function apply(outline: Outline, edit: Edit, completed: ReadonlySet<LessonId>): Outline {
  const decided = decide(outline, edit, completed);
  return 'outcome' in decided ? outline : decided.outline;
}

function decide(outline: Outline, { kind, chapter, lesson, position }: Edit, completed: ReadonlySet<LessonId>) {
  const chapterId = outline.chapters[chapter]?.id ?? newId(ChapterId);
  const lessonId = lessonsOf(outline)[lesson]?.id ?? newId(LessonId);
  switch (kind) {
    case 'addChapter':
      return addChapter(outline, { id: newId(ChapterId), title: `Chapter ${chapter}` }, position);
    case 'renameChapter':
      return renameChapter(outline, chapterId, `Renamed ${position}`);
    case 'moveChapter':
      return moveChapter(outline, chapterId, position);
    case 'removeChapter':
      return removeChapter(outline, chapterId, { completed, published: true });
    case 'addLesson':
      return addLesson(outline, chapterId, { id: newId(LessonId), title: `Lesson ${lesson}`, body: '' }, position);
    case 'updateLesson':
      return updateLesson(outline, lessonId, { title: `Renamed ${position}`, body: undefined });
    case 'moveLesson':
      return moveLesson(outline, lessonId, chapterId, position);
    case 'removeLesson':
      return removeLesson(outline, lessonId, { completed, published: true });
  }
}
