import {
  type Classroom,
  draftCourse,
  enrolStudent,
  lessonIdsOf,
  mutate,
  openClassroom,
  openCourse,
  type ShownCourse,
  send,
} from '../testing/classroom.ts';

let classroom: Classroom;

beforeAll(async () => {
  classroom = await openClassroom();
});
afterAll(() => classroom.stop());

function titlesOf(course: ShownCourse): string[][] {
  return course.chapters.map(({ title, lessons }) => [title, ...lessons.map((lesson) => lesson.title)]);
}

async function bodyOf(id: string | undefined): Promise<unknown> {
  const { data } = await classroom.send('query ($id: ID!) { lesson(id: $id) { body } }', { id }, classroom.instructor);
  return data;
}

describe('the outline', () => {
  it('is edited step by step, each edit on the version before', async () => {
    const { id: courseId, chapters } = await draftCourse(classroom, [2, 1]);
    const [first, second] = chapters;
    const lessonId = first?.lessons[0]?.id;
    const steps: [name: string, input: Record<string, unknown>, titles: string[][]][] = [
      [
        'addChapter',
        { courseId, title: 'Start', position: 0 },
        [['Start'], ['Chapter 0', 'Lesson 0.0', 'Lesson 0.1'], ['Chapter 1', 'Lesson 1.0']],
      ],
      [
        'updateChapter',
        { chapterId: first?.id, title: 'Middle' },
        [['Start'], ['Middle', 'Lesson 0.0', 'Lesson 0.1'], ['Chapter 1', 'Lesson 1.0']],
      ],
      [
        'moveChapter',
        { chapterId: first?.id, position: 2 },
        [['Start'], ['Chapter 1', 'Lesson 1.0'], ['Middle', 'Lesson 0.0', 'Lesson 0.1']],
      ],
      [
        'addLesson',
        { chapterId: second?.id, title: 'New' },
        [['Start'], ['Chapter 1', 'Lesson 1.0', 'New'], ['Middle', 'Lesson 0.0', 'Lesson 0.1']],
      ],
      [
        'moveLesson',
        { lessonId, chapterId: second?.id, position: 1 },
        [['Start'], ['Chapter 1', 'Lesson 1.0', 'Lesson 0.0', 'New'], ['Middle', 'Lesson 0.1']],
      ],
      [
        'moveLesson',
        { lessonId, position: 0 },
        [['Start'], ['Chapter 1', 'Lesson 0.0', 'Lesson 1.0', 'New'], ['Middle', 'Lesson 0.1']],
      ],
      [
        'updateLesson',
        { lessonId, title: 'Renamed' },
        [['Start'], ['Chapter 1', 'Renamed', 'Lesson 1.0', 'New'], ['Middle', 'Lesson 0.1']],
      ],
      ['removeChapter', { chapterId: first?.id }, [['Start'], ['Chapter 1', 'Renamed', 'Lesson 1.0', 'New']]],
      ['removeLesson', { lessonId: second?.lessons[0]?.id }, [['Start'], ['Chapter 1', 'Renamed', 'New']]],
    ];
    for (const [index, [name, input, titles]] of steps.entries()) {
      const { course } = await mutate(classroom, name, { ...input, expectedVersion: index + 1 });
      expect({ name, version: course.version, titles: titlesOf(course) }).toEqual({ name, version: index + 2, titles });
    }
    expect(await bodyOf(lessonId)).toEqual({ lesson: { body: 'The text of 0.0' } });
  });

  it('changes the body of a lesson', async () => {
    const course = await draftCourse(classroom, [1]);
    const [lessonId] = lessonIdsOf(course);
    await mutate(classroom, 'updateLesson', { lessonId, body: 'Another', expectedVersion: 1 });
    expect(await bodyOf(lessonId)).toEqual({ lesson: { body: 'Another' } });
  });

  it('lets one of many concurrent editors succeed; the others get the current outline', async () => {
    const { id: courseId, chapters } = await draftCourse(classroom, [1]);
    const chapterId = chapters[0]?.id;
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        mutate(
          classroom,
          index % 2 ? 'addLesson' : 'addChapter',
          { ...(index % 2 ? { chapterId } : { courseId }), title: `Edit ${index}`, expectedVersion: 1 },
          index % 3 ? classroom.instructor : classroom.admin,
        ),
      ),
    );
    const winners = outcomes.filter(({ __typename }) => __typename.endsWith('Success'));
    const losers = outcomes.filter(({ __typename }) => __typename === 'CourseConflict');
    expect([winners.length, losers.length]).toEqual([1, 9]);
    for (const { current, yours } of losers)
      expect({ current, yours }).toEqual({ current: winners[0]?.course, yours: 1 });
  });

  it('names the field that is out of bounds, and changes nothing', async () => {
    const { id: courseId, chapters } = await draftCourse(classroom, [1]);
    const other = await draftCourse(classroom, [1]);
    const lessonId = chapters[0]?.lessons[0]?.id;
    const invalid: [name: string, input: Record<string, unknown>, field: string][] = [
      ['addChapter', { courseId, title: '' }, 'title'],
      ['addChapter', { courseId, title: 'x', position: 2 }, 'position'],
      ['updateChapter', { chapterId: chapters[0]?.id, title: ' ' }, 'title'],
      ['moveChapter', { chapterId: chapters[0]?.id, position: -1 }, 'position'],
      ['addLesson', { chapterId: chapters[0]?.id, title: 'x', body: 'x'.repeat(100_001) }, 'body'],
      ['updateLesson', { lessonId, title: 'x'.repeat(201) }, 'title'],
      ['moveLesson', { lessonId, position: 1 }, 'position'],
      ['moveLesson', { lessonId, chapterId: other.chapters[0]?.id, position: 0 }, 'chapterId'],
    ];
    for (const [name, input, field] of invalid) {
      const outcome = await mutate(classroom, name, { ...input, expectedVersion: 1 });
      expect({ name, ...outcome }).toMatchObject({ name, __typename: 'InvalidInput', field });
    }
    const { course } = await mutate(classroom, 'updateCourse', { courseId, expectedVersion: 1 });
    expect(titlesOf(course)).toEqual([['Chapter 0', 'Lesson 0.0']]);
  });
});

describe('removing', () => {
  it('keeps completed lessons, and names them', async () => {
    const { chapters, version: expectedVersion, id } = await openCourse(classroom, [2, 1]);
    const [chapter] = chapters;
    const lessonId = chapter?.lessons[0]?.id;
    const { student } = await enrolStudent(classroom, id);
    await mutate(classroom, 'completeLesson', { lessonId }, student);
    const document = /* GraphQL */ `
      mutation ($lesson: RemoveLessonInput!, $chapter: RemoveChapterInput!) {
        removeLesson(input: $lesson) { __typename ... on LessonsCompleted { message lessons { id } } }
        removeChapter(input: $chapter) { __typename ... on LessonsCompleted { message lessons { id } } }
      }`;
    const input = { lesson: { lessonId, expectedVersion }, chapter: { chapterId: chapter?.id, expectedVersion } };
    const { data } = await classroom.send(document, input, classroom.instructor);
    const refused = {
      __typename: 'LessonsCompleted',
      message: 'Learners have completed “Lesson 0.0”: edit instead of removing.',
      lessons: [{ id: lessonId }],
    };
    expect(data).toEqual({ removeLesson: refused, removeChapter: refused });
  });

  it('refuses the last lesson of a published course', async () => {
    const course = await openCourse(classroom, [1]);
    const [lessonId] = lessonIdsOf(course);
    const { __typename } = await mutate(classroom, 'removeLesson', { lessonId, expectedVersion: course.version });
    expect(__typename).toBe('CourseWithoutLessons');
  });

  it('and completing concurrently let only the first succeed', async () => {
    for (let round = 0; round < 10; round += 1) {
      const course = await openCourse(classroom, [2]);
      const [lessonId] = lessonIdsOf(course);
      const { student } = await enrolStudent(classroom, course.id);
      const [removed, completed] = await Promise.all([
        mutate(classroom, 'removeLesson', { lessonId, expectedVersion: course.version }),
        send(classroom, 'completeLesson', { lessonId }, student),
      ]);
      const result = completed.data?.completeLesson?.__typename ?? completed.errors?.[0]?.extensions.code;
      expect([
        ['RemoveLessonSuccess', 'NOT_FOUND'],
        ['LessonsCompleted', 'CompleteLessonSuccess'],
      ]).toContainEqual([removed.__typename, result]);
    }
  });
});
