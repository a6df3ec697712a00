import type { Viewer } from '@lyceum/auth';
import type { CourseId } from '@lyceum/contracts';
import { batch, forbidden, notFound } from '@lyceum/subgraph';
import type DataLoader from 'dataloader';
import type { DataSource, EntityManager } from 'typeorm';
import { type CourseRight, type CourseRole, courseRoleOf, hasRight, refusalOf } from './rights.ts';
import { roster } from './roster.repository.ts';

/** What a request is about: a course, or a part of one. */
export interface CourseSubject<Subject> {
  /** Names it in a sentence: `exam`. */
  readonly what: string;
  readonly id: string;
  /** Whether somebody with a role in the course may see it; unless given, everyone may who belongs to the course. */
  maySee?(subject: Subject, role: CourseRole | null): boolean;
}

/** What the viewer is in each of some courses; courses that the viewer has nothing to do with are left out. One statement. */
export async function findCourseRoles(
  manager: EntityManager,
  viewer: Viewer | null,
  courseIds: readonly CourseId[],
): Promise<Map<CourseId, CourseRole>> {
  const roles = new Map<CourseId, CourseRole>();
  if (!viewer) return roles;
  for (const entry of await roster.findMany(manager, courseIds, viewer.userId)) {
    const role = courseRoleOf(viewer, entry);
    if (role) roles.set(entry.courseId, role);
  }
  return roles;
}

/** What the viewer is in a course; null where they have nothing to do with it. */
export async function findCourseRole(
  manager: EntityManager,
  viewer: Viewer | null,
  courseId: CourseId,
): Promise<CourseRole | null> {
  return (await findCourseRoles(manager, viewer, [courseId])).get(courseId) ?? null;
}

/**
 * The subject of a request, where the viewer has a right in its course; on the caller's connection.
 * @param subject undefined where there is none
 * @throws NOT_FOUND where the viewer may not see the subject, FORBIDDEN where they may see it and do not have the right
 * @example const exam = await requireRight(manager, viewer, 'exam.edit', await exams.lock(manager, id), { what: 'exam', id });
 */
export async function requireRight<Subject extends { readonly courseId: CourseId }>(
  manager: EntityManager,
  viewer: Viewer,
  right: CourseRight,
  subject: Subject | undefined,
  { what, id, maySee = (_subject, role) => role !== null }: CourseSubject<NoInfer<Subject>>,
): Promise<Subject> {
  const role = subject ? await findCourseRole(manager, viewer, subject.courseId) : null;
  if (!subject || !maySee(subject, role)) throw notFound(what, id);
  if (!hasRight(role, right)) throw forbidden(refusalOf(right));
  return subject;
}

/** What the viewer is in courses. */
export type CourseRoleLoader = DataLoader<CourseId, CourseRole | null>;

/** For the loaders of one request. */
export function createCourseRoleLoader({ manager }: DataSource, viewer: Viewer | null): CourseRoleLoader {
  return batch(
    (courseIds) => findCourseRoles(manager, viewer, courseIds),
    () => null,
  );
}
