import { type CourseId, checkText, type Invalid, type Role, type UserId } from '@lyceum/contracts';
import type { WithoutLessons } from '../outline/outline.ts';

/** A course without its outline. */
export interface Course {
  readonly id: CourseId;
  readonly title: string;
  /** Markdown. */
  readonly summary: string;
  readonly instructorId: UserId;
  /** Increases by one with every change of the course or of its outline. */
  readonly version: number;
  readonly createdAt: Date;
  /** Null while the course is a draft. */
  readonly publishedAt: Date | null;
}

export type CourseStatus = 'DRAFT' | 'PUBLISHED';

export interface CourseText {
  readonly title: string;
  readonly summary: string;
}

/** A signed-in person. */
export interface Person {
  readonly userId: UserId;
  readonly role: Role;
}

/** A filter of the catalogue; null does not restrict. */
export interface CatalogueFilter {
  readonly titleContains: string | null;
  readonly instructorId: UserId | null;
}

export const titleLength = { least: 1, most: 200 } as const;
export const summaryLength = { least: 0, most: 10_000 } as const;

/** A new draft at version 1, taught by its creator. */
export function createCourse(text: CourseText, id: CourseId, instructorId: UserId, now: Date): Course | Invalid {
  const checked = checkCourseText(text);
  if ('outcome' in checked) return checked;
  return { id, ...checked, instructorId, version: 1, createdAt: now, publishedAt: null };
}

/** The course with another title or summary; omitted fields are unchanged. */
export function updateCourse(course: Course, change: Partial<CourseText>): Course | Invalid {
  const checked = checkCourseText({ title: course.title, summary: course.summary, ...change });
  return 'outcome' in checked ? checked : nextVersion({ ...course, ...checked });
}

/** The course, open to learners; a course that is already open is unchanged. */
export function publishCourse(course: Course, lessonCount: number, now: Date): Course | WithoutLessons {
  if (course.publishedAt) return course;
  return lessonCount === 0 ? { outcome: 'WITHOUT_LESSONS' } : nextVersion({ ...course, publishedAt: now });
}

export function nextVersion(course: Course): Course {
  return { ...course, version: course.version + 1 };
}

export function statusOf(course: Course): CourseStatus {
  return course.publishedAt ? 'PUBLISHED' : 'DRAFT';
}

/** Whether a person teaches at all; a former instructor may be a student now. */
export function mayTeach({ role }: Person): boolean {
  return role === 'INSTRUCTOR' || role === 'ADMIN';
}

/** Whether a person runs the course: its instructor, while they have that role, and administrators. */
export function isStaff(course: Course, person: Person): boolean {
  return person.role === 'ADMIN' || (person.role === 'INSTRUCTOR' && person.userId === course.instructorId);
}

/** Published courses are visible to everyone who is signed in, drafts to their staff. */
export function maySee(course: Course, person: Person): boolean {
  return course.publishedAt !== null || isStaff(course, person);
}

function checkCourseText(text: CourseText): CourseText | Invalid {
  const title = text.title.trim();
  const fault =
    checkText('title', 'A title', title, titleLength) ?? checkText('summary', 'A summary', text.summary, summaryLength);
  return fault ?? { title, summary: text.summary };
}
