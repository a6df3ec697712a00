import {
  type Classroom,
  draftCourse,
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

const show = /* GraphQL */ `
  query ($id: ID!) {
    course(id: $id) {
      title summary status version lessonCount publishedAt
      instructor { id }
      chapters { title lessons { title body } }
    }
  }`;

describe('creating a course', () => {
  it('stores the whole outline at once, and publishes an event', async () => {
    const { id } = await draftCourse(classroom, [2, 0], '  Analytical engines ');
    const { data } = await classroom.send(show, { id }, classroom.instructor);
    expect(data).toEqual({
      course: {
        title: 'Analytical engines',
        summary: 'How they *work*',
        status: 'DRAFT',
        version: 1,
        lessonCount: 2,
        publishedAt: null,
        instructor: { id: classroom.instructor.userId },
        chapters: [
          {
            title: 'Chapter 0',
            lessons: [
              { title: 'Lesson 0.0', body: 'The text of 0.0' },
              { title: 'Lesson 0.1', body: 'The text of 0.1' },
            ],
          },
          { title: 'Chapter 1', lessons: [] },
        ],
      },
    });
    await classroom.eventsCarried();
    expect(classroom.published.filter(({ subject }) => subject === id)).toEqual([
      expect.objectContaining({
        type: 'course.course.created.v1',
        aggregateversion: 1,
        data: {
          courseId: id,
          title: 'Analytical engines',
          instructorId: classroom.instructor.userId,
          createdAt: expect.any(String),
        },
      }),
    ]);
  });

  it('counts characters as people do, not as PostgreSQL does', async () => {
    const family = '👩‍👩‍👧‍👦';
    const [title, body] = [family.repeat(200), family.repeat(50_000)];
    const chapters = [{ title, lessons: [{ title, body }] }];
    const made = await mutate(classroom, 'createCourse', { title, summary: family.repeat(10_000), chapters });
    expect(made).toMatchObject({ __typename: 'CreateCourseSuccess' });
    expect(await mutate(classroom, 'createCourse', { title: `${title}a` })).toMatchObject({
      __typename: 'InvalidInput',
      field: 'title',
    });
  });

  it('accepts only a title', async () => {
    const { course } = await mutate(classroom, 'createCourse', { title: 'Bare' });
    expect(course).toMatchObject({ version: 1, chapters: [] });
  });

  it.each([
    ['title', { title: '' }, '1 to 200'],
    [
      'chapters.0.lessons.0.body',
      { chapters: [{ title: 'x', lessons: [{ title: 'x', body: 'x'.repeat(100_001) }] }] },
      '100000',
    ],
  ])('names the field that is out of bounds: %s', async (field, change, message) => {
    expect(await mutate(classroom, 'createCourse', { title: 'Good', ...change })).toMatchObject({
      __typename: 'InvalidInput',
      field,
      message: expect.stringContaining(message),
    });
  });
});

describe('changing a course', () => {
  it('lets one of two concurrent editors succeed; the other gets the current course', async () => {
    const { id: courseId } = await draftCourse(classroom);
    const outcomes = await Promise.all(
      [classroom.instructor, classroom.admin].map((viewer, index) =>
        mutate(classroom, 'updateCourse', { courseId, title: `Title ${index}`, expectedVersion: 1 }, viewer),
      ),
    );
    const winner = outcomes.find(({ __typename }) => __typename === 'UpdateCourseSuccess');
    const loser = outcomes.find(({ __typename }) => __typename === 'CourseConflict');
    expect(winner?.course.version).toBe(2);
    expect(loser).toMatchObject({ yours: 1, current: winner?.course, message: expect.stringContaining('version 2') });
  });

  it('keeps omitted fields', async () => {
    const { id: courseId } = await draftCourse(classroom, [], 'Before');
    await mutate(classroom, 'updateCourse', { courseId, summary: 'After', expectedVersion: 1 });
    await mutate(classroom, 'updateCourse', { courseId, title: null, expectedVersion: 2 });
    const { data } = await classroom.send(show, { id: courseId }, classroom.instructor);
    expect(data).toMatchObject({ course: { title: 'Before', summary: 'After', version: 3 } });
  });

  it('returns the result of each mutation in a document, not data loaded by an earlier one', async () => {
    const { id: courseId } = await draftCourse(classroom, [0]);
    const add = (name: string, expectedVersion: number) => `
      ${name}: addChapter(input: { courseId: "${courseId}", title: "${name}", expectedVersion: ${expectedVersion} }) {
        ... on AddChapterSuccess { course { chapters { title } } }
      }`;
    const { data } = await classroom.send(`mutation { ${add('a', 1)} ${add('b', 2)} }`, {}, classroom.instructor);
    expect(data).toMatchObject({
      a: { course: { chapters: [{ title: 'Chapter 0' }, { title: 'a' }] } },
      b: { course: { chapters: [{ title: 'Chapter 0' }, { title: 'a' }, { title: 'b' }] } },
    });
  });
});

describe('publishing', () => {
  it('opens the course once, and publishes one event', async () => {
    const { id: courseId } = await draftCourse(classroom);
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => mutate(classroom, 'publishCourse', { courseId, expectedVersion: 1 })),
    );
    expect(outcomes.filter(({ __typename }) => __typename === 'PublishCourseSuccess')).toHaveLength(1);
    const again = await mutate(classroom, 'publishCourse', { courseId, expectedVersion: 2 });
    expect(again).toMatchObject({ __typename: 'PublishCourseSuccess', course: { version: 2 } });
    await classroom.eventsCarried();
    const events = classroom.published.filter(({ subject }) => subject === courseId);
    expect(events.map(({ type, aggregateversion }) => [type, aggregateversion])).toEqual([
      ['course.course.created.v1', 1],
      ['course.course.published.v1', 2],
    ]);
  });

  it('requires a lesson', async () => {
    const { id: courseId } = await draftCourse(classroom, [0, 0]);
    expect(await mutate(classroom, 'publishCourse', { courseId, expectedVersion: 1 })).toEqual({
      __typename: 'CourseWithoutLessons',
      message: 'A published course must have at least one lesson: add one first.',
    });
  });
});

describe('the catalogue', () => {
  const page = /* GraphQL */ `
    query ($first: Int, $after: Cursor, $filter: CourseFilter) {
      courses(first: $first, after: $after, filter: $filter) {
        nodes { title }
        edges { cursor node { id } }
        pageInfo { hasNextPage endCursor }
        totalCount
      }
    }`;
  interface Page {
    courses: {
      nodes: { title: string }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
      totalCount: number;
    };
  }

  it('is paginated, most recently published first, without drafts', async () => {
    const drafts: ShownCourse[] = [];
    for (const number of [1, 2, 3, 4, 5]) drafts.push(await draftCourse(classroom, [1], `Paging ${number}`));
    for (const draft of [4, 0, 2, 1].map((index) => drafts[index])) {
      await mutate(classroom, 'publishCourse', { courseId: draft?.id, expectedVersion: 1 });
    }
    const student = await classroom.tokens.signIn('STUDENT');
    const titles: string[] = [];
    let after: string | undefined;
    let more = true;
    while (more) {
      const variables = { first: 3, after, filter: { titleContains: 'pAGing' } };
      const { data } = await classroom.send<Page>(page, variables, student);
      if (!data) throw new Error('no data');
      titles.push(...data.courses.nodes.map(({ title }) => title));
      expect(data.courses.totalCount).toBe(4);
      after = data.courses.pageInfo.endCursor;
      more = data.courses.pageInfo.hasNextPage;
    }
    expect(titles).toEqual(['Paging 2', 'Paging 3', 'Paging 1', 'Paging 5']);
  });

  it('can be filtered by instructor', async () => {
    await openCourse(classroom);
    const ask = (instructorId: string) =>
      classroom.send<Page>(page, { filter: { instructorId } }, classroom.otherInstructor);
    expect((await ask(classroom.instructor.userId)).data?.courses.totalCount).toBeGreaterThan(0);
    expect((await ask(classroom.otherInstructor.userId)).data?.courses).toEqual({
      nodes: [],
      edges: [],
      pageInfo: { hasNextPage: false, endCursor: null },
      totalCount: 0,
    });
  });

  it.each([
    ['first', { first: 0 }],
    ['first', { first: 101 }],
    ['after', { after: 'nonsense' }],
    ['after', { after: Buffer.from('not an id').toString('base64url') }],
    ['filter.titleContains', { filter: { titleContains: '' } }],
    ['filter.instructorId', { filter: { instructorId: 'ada' } }],
  ])('names the argument that is malformed: %s %j', async (argument, variables) => {
    const { errors } = await classroom.send(page, variables, classroom.instructor);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  });
});

describe('my courses', () => {
  it('are those that I teach, including drafts, and those that I take', async () => {
    const teacher = await classroom.tokens.signIn('INSTRUCTOR');
    const taken = await openCourse(classroom);
    const { enrolment } = await mutate(classroom, 'enrol', { courseId: taken.id }, teacher);
    const taught: string[] = [];
    for (const title of ['First', 'Second', 'Third']) {
      taught.push((await mutate(classroom, 'createCourse', { title }, teacher)).course.id);
    }
    const { data } = await classroom.send(
      `{ myCourses {
        teaching(first: 2) { nodes { id } totalCount pageInfo { hasNextPage } }
        taking { nodes { id course { id } learner { id } } totalCount }
      } }`,
      {},
      teacher,
    );
    expect(data).toEqual({
      myCourses: {
        teaching: {
          nodes: [{ id: taught[2] }, { id: taught[1] }],
          totalCount: 3,
          pageInfo: { hasNextPage: true },
        },
        taking: {
          nodes: [{ id: enrolment.id, course: { id: taken.id }, learner: { id: teacher.userId } }],
          totalCount: 1,
        },
      },
    });
  });
});

it('names the argument that is not an id', async () => {
  const { errors } = await send(
    classroom,
    'publishCourse',
    { courseId: 'x', expectedVersion: 1 },
    classroom.instructor,
  );
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'input.courseId' });
});
