import type { CourseId } from '@lyceum/contracts';
import { type IdPage, repositoryOf } from '@lyceum/database';

import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { CourseEntity } from './course.entity.ts';
import type { CatalogueFilter, Course } from './course.ts';

/** To edit a course or its outline, lock the course first. */
export const courses = {
  ...repositoryOf(CourseEntity, toCourse),

  /** Published courses, most recently published first; one more than the page size. */
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
