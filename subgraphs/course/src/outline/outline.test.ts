import { ChapterId, CourseId, LessonId, newId } from '@lyceum/contracts';
import { draftOutline } from './draft-outline.ts';
import {
  addChapter,
  addLesson,
  bodyLength,
  moveChapter,
  moveLesson,
  type Outline,
  outlineLimit,
  removeChapter,
  removeLesson,
  renameChapter,
  updateLesson,
} from './outline.ts';

const courseId = newId(CourseId);
const ids = { chapter: () => newId(ChapterId), lesson: () => newId(LessonId) };
const nothing = { completed: new Set<LessonId>(), published: false };

function outlineOf(...lessonsOfChapters: string[][]): Outline {
  const drafts = lessonsOfChapters.map((lessons, index) => ({
    title: `${index}`,
    lessons: lessons.map((title) => ({ title, body: '' })),
  }));
  const drafted = draftOutline(courseId, drafts, ids);
  if ('outcome' in drafted) throw new Error(drafted.message);
  return drafted.outline;
}

function titlesOf(decided: { readonly outline: Outline } | { readonly outcome: string }): string[][] {
  if ('outcome' in decided) throw new Error(decided.outcome);
  return decided.outline.chapters.map(({ title, lessons }) => [title, ...lessons.map((lesson) => lesson.title)]);
}

function chapterAt(outline: Outline, index: number): ChapterId {
  return outline.chapters[index]?.id ?? newId(ChapterId);
}

function lessonNamed(outline: Outline, title: string): LessonId {
  const lessons = outline.chapters.flatMap((chapter) => chapter.lessons);
  return lessons.find((lesson) => lesson.title === title)?.id ?? newId(LessonId);
}

const outline = outlineOf(['a', 'b'], ['c']);

describe('adding', () => {
  it.each([
    [0, ['new', '0', '1']],
    [1, ['0', 'new', '1']],
    [null, ['0', '1', 'new']],
  ])('puts a chapter at position %p', (position, titles) => {
    const added = addChapter(outline, { id: newId(ChapterId), title: ' new ' }, position);
    expect(titlesOf(added).map(([title]) => title)).toEqual(titles);
  });

  it.each([
    [0, ['0', 'new', 'a', 'b']],
    [2, ['0', 'a', 'b', 'new']],
    [null, ['0', 'a', 'b', 'new']],
  ])('puts a lesson at position %p', (position, titles) => {
    const lesson = { id: newId(LessonId), title: 'new', body: '' };
    expect(titlesOf(addLesson(outline, chapterAt(outline, 0), lesson, position))[0]).toEqual(titles);
  });

  it.each([-1, 3, 0.5, Number.NaN])('refuses position %p', (position) => {
    expect(addChapter(outline, { id: newId(ChapterId), title: 'new' }, position)).toEqual({
      outcome: 'INVALID',
      field: 'position',
      message: `The position is from 0, the first, to 2, the last; not ${position}.`,
    });
  });

  it('stops at the limits', () => {
    const chapters = outlineOf(...Array.from({ length: outlineLimit.chapters }, () => []));
    expect(addChapter(chapters, { id: newId(ChapterId), title: 'new' }, null)).toMatchObject({
      field: 'courseId',
      message: 'A course has at most 200 chapters; this would be 201.',
    });
    const lessons = outlineOf(
      Array.from({ length: outlineLimit.lessonsOfChapter }, (_, index) => `${index}`),
      ['x'],
    );
    const lesson = { id: newId(LessonId), title: 'new', body: '' };
    const message = 'A chapter has at most 200 lessons; this would be 201.';
    expect(addLesson(lessons, chapterAt(lessons, 0), lesson, null)).toMatchObject({ field: 'chapterId', message });
    const moved = moveLesson(lessons, lessonNamed(lessons, 'x'), chapterAt(lessons, 0), 0);
    expect(moved).toMatchObject({ field: 'chapterId', message });
  });

  it('keeps bodies and titles within their bounds', () => {
    const lesson = { id: newId(LessonId), title: 'new', body: 'x'.repeat(bodyLength.most + 1) };
    const chapterId = chapterAt(outline, 0);
    expect(addLesson(outline, chapterId, lesson, null)).toMatchObject({ outcome: 'INVALID', field: 'body' });
    expect(addLesson(outline, chapterId, { ...lesson, title: ' ', body: '' }, null)).toMatchObject({ field: 'title' });
    expect(addChapter(outline, { id: chapterId, title: '' }, null)).toMatchObject({ field: 'title' });
  });
});

describe('changing', () => {
  it('changes the title and keeps the position', () => {
    expect(titlesOf(renameChapter(outline, chapterAt(outline, 1), 'z'))[1]).toEqual(['z', 'c']);
    const lessonId = lessonNamed(outline, 'a');
    expect(titlesOf(updateLesson(outline, lessonId, { title: 'z', body: undefined }))[0]).toEqual(['0', 'z', 'b']);
    expect(titlesOf(updateLesson(outline, lessonId, { title: undefined, body: 'x' }))[0]).toEqual(['0', 'a', 'b']);
  });
});

describe('moving', () => {
  it('moves a chapter to the requested position', () => {
    expect(titlesOf(moveChapter(outline, chapterAt(outline, 0), 1))).toEqual([
      ['1', 'c'],
      ['0', 'a', 'b'],
    ]);
    expect(moveChapter(outline, chapterAt(outline, 0), 2)).toMatchObject({ field: 'position' });
  });

  it('moves a lesson to the requested position, in its chapter or another', () => {
    const lessonId = lessonNamed(outline, 'a');
    expect(titlesOf(moveLesson(outline, lessonId, null, 1))).toEqual([
      ['0', 'b', 'a'],
      ['1', 'c'],
    ]);
    const moved = moveLesson(outline, lessonId, chapterAt(outline, 1), 1);
    expect(titlesOf(moved)).toEqual([
      ['0', 'b'],
      ['1', 'c', 'a'],
    ]);
    expect('lesson' in moved && moved.lesson.chapterId).toBe(chapterAt(outline, 1));
  });

  it('refuses a chapter of another course', () => {
    const elsewhere = newId(ChapterId);
    expect(moveLesson(outline, lessonNamed(outline, 'a'), elsewhere, 0)).toMatchObject({ field: 'chapterId' });
  });
});

describe('removing', () => {
  it('removes a lesson, or a chapter with its lessons', () => {
    expect(titlesOf(removeLesson(outline, lessonNamed(outline, 'a'), nothing))).toEqual([
      ['0', 'b'],
      ['1', 'c'],
    ]);
    expect(titlesOf(removeChapter(outline, chapterAt(outline, 0), nothing))).toEqual([['1', 'c']]);
  });

  it('refuses completed lessons', () => {
    const kept = { ...nothing, completed: new Set([lessonNamed(outline, 'b')]) };
    const refused = { outcome: 'LESSONS_COMPLETED', lessons: [expect.objectContaining({ title: 'b' })] };
    expect(removeLesson(outline, lessonNamed(outline, 'b'), kept)).toEqual(refused);
    expect(removeChapter(outline, chapterAt(outline, 0), kept)).toEqual(refused);
  });

  it('refuses the last lesson of a published course', () => {
    const last = outlineOf(['a'], []);
    const published = { ...nothing, published: true };
    expect(removeLesson(last, lessonNamed(last, 'a'), published)).toEqual({ outcome: 'WITHOUT_LESSONS' });
    expect(removeChapter(last, chapterAt(last, 0), published)).toEqual({ outcome: 'WITHOUT_LESSONS' });
    expect(titlesOf(removeChapter(last, chapterAt(last, 1), published))).toEqual([['0', 'a']]);
  });
});

it('reports a chapter or lesson that is not in the outline', () => {
  const chapterId = newId(ChapterId);
  const lessonId = newId(LessonId);
  const missing = { outcome: 'NOT_IN_OUTLINE' };
  expect(renameChapter(outline, chapterId, 'z')).toEqual(missing);
  expect(moveChapter(outline, chapterId, 0)).toEqual(missing);
  expect(removeChapter(outline, chapterId, nothing)).toEqual(missing);
  expect(addLesson(outline, chapterId, { id: lessonId, title: 'z', body: '' }, null)).toEqual(missing);
  expect(updateLesson(outline, lessonId, { title: 'z', body: undefined })).toEqual(missing);
  expect(moveLesson(outline, lessonId, null, 0)).toEqual(missing);
  expect(removeLesson(outline, lessonId, nothing)).toEqual(missing);
});

describe('draftOutline', () => {
  it('keeps order and bodies', () => {
    const drafts = [{ title: ' 0 ', lessons: [{ title: 'a ', body: 'A' }] }];
    const drafted = draftOutline(courseId, drafts, ids);
    if ('outcome' in drafted) throw new Error(drafted.message);
    expect(titlesOf(drafted)).toEqual([['0', 'a']]);
    expect(drafted.bodies).toEqual(new Map([[lessonNamed(drafted.outline, 'a'), 'A']]));
  });

  it.each([
    ['chapters', Array.from({ length: 201 }, () => ({ title: 'x', lessons: [] }))],
    [
      'chapters',
      Array.from({ length: 11 }, () => ({
        title: 'x',
        lessons: Array.from({ length: 182 }, () => ({ title: 'x', body: '' })),
      })),
    ],
    [
      'chapters.1.title',
      [
        { title: 'x', lessons: [] },
        { title: '', lessons: [] },
      ],
    ],
    ['chapters.0.lessons', [{ title: 'x', lessons: Array.from({ length: 201 }, () => ({ title: 'x', body: '' })) }]],
    ['chapters.0.lessons.0.title', [{ title: 'x', lessons: [{ title: ' ', body: '' }] }]],
  ])('names the path of the field that is out of bounds: %s', (field, drafts) => {
    expect(draftOutline(courseId, drafts, ids)).toMatchObject({ outcome: 'INVALID', field });
  });
});
