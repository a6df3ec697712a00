import type { CourseId, UserId } from '@lyceum/contracts';
import type { IdPage } from '@lyceum/database';

import { type EntityManager, In, LessThan, type SelectQueryBuilder } from 'typeorm';
import { CourseEntity } from './course.entity.ts';
import type { CatalogueFilter, Course } from './course.ts';

/** Every statement on courses. Rows stay in here. */
export const courses = {
  async findMany(manager: EntityManager, ids: readonly CourseId[]): Promise<Course[]> {
    return (await manager.findBy(CourseEntity, { id: In([...ids]) })).map(toCourse);
  },

  async find(manager: EntityManager, id: CourseId): Promise<Course | undefined> {
    const row = await manager.findOneBy(CourseEntity, { id });
    return row ? toCourse(row) : undefined;
  },

  /** The course, locked until the transaction ends: whoever edits it or its outline holds this. */
  async lock(manager: EntityManager, id: CourseId): Promise<Course | undefined> {
    const row = await manager.findOne(CourseEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
    return row ? toCourse(row) : undefined;
  },

  /** Published courses, the last published first; one more than the page. */
  async findCatalogue(manager: EntityManager, filter: CatalogueFilter, page: IdPage<CourseId>): Promise<Course[]> {
    const query = selectCatalogue(manager, filter);
    if (page.after) {
      query.andWhere(
        '(course.published_at, course.id) < (SELECT last.published_at, last.id FROM course last WHERE last.id = :after)',
        { after: page.after },
      );
    }
    query.orderBy('course.publishedAt', 'DESC').addOrderBy('course.id', 'DESC');
    return (await query.limit(page.limit + 1).getMany()).map(toCourse);
  },

  async countCatalogue(manager: EntityManager, filter: CatalogueFilter): Promise<number> {
    return selectCatalogue(manager, filter).getCount();
  },

  /** Courses that a person teaches, the newest first; one more than the page. */
  async findTaught(manager: EntityManager, instructorId: UserId, page: IdPage<CourseId>): Promise<Course[]> {
    const rows = await manager.find(CourseEntity, {
      where: { instructorId, ...(page.after ? { id: LessThan(page.after) } : {}) },
      order: { id: 'DESC' },
      take: page.limit + 1,
    });
    return rows.map(toCourse);
  },

  async countTaught(manager: EntityManager, instructorId: UserId): Promise<number> {
    return manager.countBy(CourseEntity, { instructorId });
  },

  async add(manager: EntityManager, course: Course): Promise<void> {
    await manager.insert(CourseEntity, { ...course });
  },

  async save(manager: EntityManager, { id, title, summary, version, publishedAt }: Course): Promise<void> {
    await manager.update(CourseEntity, { id }, { title, summary, version, publishedAt });
  },
};

function selectCatalogue(
  manager: EntityManager,
  { titleContains, instructorId }: CatalogueFilter,
): SelectQueryBuilder<CourseEntity> {
  const query = manager.createQueryBuilder(CourseEntity, 'course').where('course.publishedAt IS NOT NULL');
  if (titleContains) query.andWhere('strpos(lower(course.title), lower(:titleContains)) > 0', { titleContains });
  if (instructorId) query.andWhere('course.instructorId = :instructorId', { instructorId });
  return query;
}

function toCourse({ id, title, summary, instructorId, version, createdAt, publishedAt }: CourseEntity): Course {
  return { id, title, summary, instructorId, version, createdAt, publishedAt };
}
