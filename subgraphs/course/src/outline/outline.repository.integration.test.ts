import { CourseId, LessonId, newId, UserId } from '@lyceum/contracts';
import { createTestDatabase, type TestDatabase } from '@lyceum/database/testing';
import { allMigrations } from '@lyceum/subgraph';
import fc from 'fast-check';
import { courses } from '../course/course.repository.ts';
import { createCourse } from '../course/course.ts';
import { course } from '../subgraph.ts';
import { apply, edits } from '../testing/edits.ts';
import { outlines } from './outline.repository.ts';
import { lessonsOf, type Outline } from './outline.ts';

let database: TestDatabase;

beforeAll(async () => {
  const { name, entities } = course;
  database = await createTestDatabase({ name, entities, migrations: allMigrations(course) });
});
afterAll(() => database.drop());

it('reads back the result of any sequence of edits, with positions without gaps', async () => {
  await fc.assert(
    fc.asyncProperty(edits, async (sequence) => {
      const courseId = newId(CourseId);
      const { manager } = database.dataSource;
      const text = { title: 'A course', summary: '' };
      const draft = createCourse(text, courseId, newId(UserId), new Date());
      if ('outcome' in draft) throw new Error(draft.message);
      await courses.insert(manager, draft);
      let outline: Outline = { courseId, chapters: [] };
      for (const edit of sequence) {
        const next = apply(outline, edit, new Set());
        const known = new Set(lessonsOf(outline).map(({ id }) => id));
        const added = lessonsOf(next).filter(({ id }) => !known.has(id));
        const bodies = new Map(added.map(({ id }) => [id, `Text of ${id}`]));
        await database.dataSource.transaction((transaction) => outlines.save(transaction, outline, next, bodies));
        outline = next;
      }
      expect(await outlines.find(manager, courseId)).toEqual(outline);
      const lessonIds = lessonsOf(outline).map(({ id }) => id);
      expect([...(await outlines.findBodies(manager, lessonIds))].sort()).toEqual(
        lessonIds.map((id) => [id, `Text of ${id}`]).sort(),
      );
      const gaps = await manager.query(
        `SELECT chapter_id FROM lesson WHERE course_id = $1 GROUP BY chapter_id HAVING max(position) <> count(*) - 1
         UNION ALL
         SELECT course_id FROM chapter WHERE course_id = $1 GROUP BY course_id HAVING max(position) <> count(*) - 1`,
        [courseId],
      );
      expect(gaps).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

it('finds no bodies of missing lessons', async () => {
  expect(await outlines.findBodies(database.dataSource.manager, [newId(LessonId)])).toEqual(new Map());
});
