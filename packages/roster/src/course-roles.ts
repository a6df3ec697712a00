import type { Viewer } from '@lyceum/auth';
import type { CourseId } from '@lyceum/contracts';
import { batch, forbidden, notFound } from '@lyceum/subgraph';
import type DataLoader from 'dataloader';
import type { DataSource, EntityManager } from 'typeorm';
import { type CourseRight, type CourseRole, courseRoleOf, hasRight, refusalOf } from './rights.ts';
import { roster } from './roster.repository.ts';

/** The subject of a request: a course, or a part of one. */
export interface CourseSubject<Subject> {
  /** Names it in a sentence: `exam`. */
  readonly what: string;
  readonly id: string;
  /** Whether a member with this role may see it; by default all members of the course may. */
  maySee?(subject: Subject, role: CourseRole | null): boolean;
}

/** The viewer's role in each of some courses; courses without one are omitted. One statement. */
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

/** The viewer's role in a course, or null. */
export async function findCourseRole(
  manager: EntityManager,
  viewer: Viewer | null,
  courseId: CourseId,
): Promise<CourseRole | null> {
  return (await findCourseRoles(manager, viewer, [courseId])).get(courseId) ?? null;
}

/**
 * The subject of a request, if the viewer has a right in its course; on the caller's connection.
 * @param subject undefined if it does not exist
 * @throws NOT_FOUND if the viewer may not see the subject, FORBIDDEN if they may see it but lack the right
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

/** The viewer's roles in courses, for the loaders of one request. */
export function createCourseRoleLoader(
  { manager }: DataSource,
  viewer: Viewer | null,
): DataLoader<CourseId, CourseRole | null> {
  return batch(
    (courseIds) => findCourseRoles(manager, viewer, courseIds),
    () => null,
  );
}
