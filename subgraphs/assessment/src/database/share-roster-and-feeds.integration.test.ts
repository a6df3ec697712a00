import { CourseId, newId, UserId } from '@lyceum/contracts';
import { openDatabase } from '@lyceum/database';
import { createTestDatabase } from '@lyceum/database/testing';
import { allMigrations } from '@lyceum/subgraph';
import { assessment } from '../index.ts';
import { migrations } from './index.ts';
import { ShareRosterAndFeeds1764000008000 } from './migrations/1764000008000-share-roster-and-feeds.ts';

/** Of the release that kept the roster and the grade feed in tables of its own. */
const before = migrations.slice(0, migrations.indexOf(ShareRosterAndFeeds1764000008000));

test('an upgrade keeps the roster and the feed of grades', async () => {
  const [courseId, instructorId, learnerId] = [newId(CourseId), newId(UserId), newId(UserId)];
  const database = await createTestDatabase({ name: 'assessment-before', entities: [], migrations: before });
  try {
    const { dataSource } = database;
    await dataSource.query('INSERT INTO roster_course VALUES ($1, $2)', [courseId, instructorId]);
    await dataSource.query('INSERT INTO roster_learner VALUES ($1, $2)', [courseId, learnerId]);
    await dataSource.query('INSERT INTO grade_feed VALUES ($1, 2)', [courseId]);
    for (const version of [1, 2]) {
      await dataSource.query('INSERT INTO grade_feed_entry VALUES ($1, $2, $3, $4, $5)', [
        courseId,
        version,
        learnerId,
        JSON.stringify({ version }),
        version === 2 ? 'trace' : null,
      ]);
    }

    const upgraded = await openDatabase({
      url: database.url,
      name: 'assessment',
      entities: [],
      migrations: allMigrations(assessment),
    });
    try {
      expect(await upgraded.query('SELECT * FROM course_instructor')).toEqual([
        { course_id: courseId, instructor_id: instructorId },
      ]);
      expect(await upgraded.query('SELECT * FROM course_member')).toEqual([
        { course_id: courseId, user_id: learnerId, role: 'LEARNER' },
      ]);
      expect(await upgraded.query('SELECT * FROM feed')).toEqual([{ name: 'grade', key: courseId, version: '2' }]);
      expect(await upgraded.query('SELECT version, entry, traceparent FROM feed_entry ORDER BY version')).toEqual([
        { version: '1', entry: { version: 1 }, traceparent: null },
        { version: '2', entry: { version: 2 }, traceparent: 'trace' },
      ]);
    } finally {
      await upgraded.destroy();
    }
  } finally {
    await database.drop();
  }
});
