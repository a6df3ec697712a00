import type { Viewer } from '@lyceum/auth';
import { forbidden, notFound } from '@lyceum/subgraph';
import { type Course, isStaff, maySee } from './course.ts';

/**
 * The course, if the viewer is its instructor or an administrator.
 * @param what names the object requested by `id`: the course, or a part of it
 * @throws NOT_FOUND if the viewer may not even see the course, else FORBIDDEN
 */
export function requireStaff(course: Course | undefined, viewer: Viewer, what: string, id: string): Course {
  if (!course || !maySee(course, viewer)) throw notFound(what, id);
  if (!isStaff(course, viewer)) throw forbidden('Only the instructor of this course and administrators may do that.');
  return course;
}
