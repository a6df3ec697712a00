import { ChapterId, CourseId, LessonId, newId } from '@lyceum/contracts';
import fc from 'fast-check';
import { apply, type Edit, edits } from '../testing/edits.ts';
import { draftOutline } from './draft-outline.ts';
import { lessonsOf, type Outline } from './outline.ts';

function start(): Outline {
  const lessons = ['a', 'b', 'c'].map((title) => ({ title, body: '' }));
  const drafts = [
    { title: '0', lessons },
    { title: '1', lessons: [] },
  ];
  const ids = { chapter: () => newId(ChapterId), lesson: () => newId(LessonId) };
  const drafted = draftOutline(newId(CourseId), drafts, ids);
  if ('outcome' in drafted) throw new Error(drafted.message);
  return drafted.outline;
}

const idsOf = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);

/** Ids that an edit of its kind may remove; none for all others. */
function removable(outline: Outline, { kind, chapter, lesson }: Edit): string[] {
  if (kind === 'removeChapter') return idsOf(outline.chapters[chapter]?.lessons ?? []);
  if (kind === 'removeLesson') return idsOf(lessonsOf(outline).slice(lesson, lesson + 1));
  return [];
}

describe('any sequence of edits', () => {
  it('loses no lessons except those it removes, and never a completed one', () => {
    fc.assert(
      fc.property(edits, (sequence) => {
        const first = start();
        const completed = new Set(
          lessonsOf(first)
            .slice(0, 1)
            .map(({ id }) => id),
        );
        sequence.reduce((outline, edit) => {
          const next = apply(outline, edit, completed);
          const gone = new Set(removable(outline, edit));
          const left = new Set(idsOf(lessonsOf(next)));
          for (const id of idsOf(lessonsOf(outline))) expect(left.has(id) || gone.has(id)).toBe(true);
          for (const id of completed) expect(left).toContain(id);
          return next;
        }, first);
      }),
    );
  });

  it('keeps every lesson once, in its chapter, and at least one lesson in the course', () => {
    fc.assert(
      fc.property(edits, (sequence) => {
        const outline = sequence.reduce((before, edit) => apply(before, edit, new Set()), start());
        const lessons = lessonsOf(outline);
        expect(lessons.length).toBeGreaterThan(0);
        expect(new Set(idsOf(lessons)).size).toBe(lessons.length);
        expect(new Set(idsOf(outline.chapters)).size).toBe(outline.chapters.length);
        for (const chapter of outline.chapters) {
          expect(chapter.lessons.every((lesson) => lesson.chapterId === chapter.id)).toBe(true);
          expect(chapter.lessons.every((lesson) => lesson.courseId === outline.courseId)).toBe(true);
        }
      }),
    );
  });

  it('moves to the requested position', () => {
    fc.assert(
      fc.property(edits, fc.nat(4), fc.nat(8), fc.nat(5), (sequence, chapter, lesson, position) => {
        const outline = sequence.reduce((before, edit) => apply(before, edit, new Set()), start());
        const moved = apply(outline, { kind: 'moveLesson', chapter, lesson, position }, new Set());
        if (moved === outline) return;
        expect(moved.chapters[chapter]?.lessons[position]?.id).toBe(lessonsOf(outline)[lesson]?.id);
      }),
    );
  });
});
