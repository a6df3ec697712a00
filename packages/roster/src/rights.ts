import type { CourseId, Role, UserId } from '@lyceum/contracts';

/** A person's role in a course. Of several, the first in this order counts. */
export type CourseRole = 'INSTRUCTOR' | 'ASSISTANT' | 'OBSERVER' | 'LEARNER';

const everyone: readonly CourseRole[] = ['INSTRUCTOR', 'ASSISTANT', 'OBSERVER', 'LEARNER'];
const staff: readonly CourseRole[] = ['INSTRUCTOR', 'ASSISTANT', 'OBSERVER'];
const teachers: readonly CourseRole[] = ['INSTRUCTOR', 'ASSISTANT'];

interface Right {
  readonly roles: readonly CourseRole[];
  /** The message for a viewer without the right. */
  readonly refusal: string;
}

const rights = {
  'course.read': { roles: everyone, refusal: 'Only members of the course may do this.' },
  'exam.read-drafts': { roles: staff, refusal: 'Only the staff of the course may see drafts of exams.' },
  'exam.edit': { roles: teachers, refusal: 'Only teachers of the course may change its exams.' },
  'exam.sit': { roles: ['LEARNER'], refusal: 'Only learners of the course may take its exams.' },
  'attempt.read-all': { roles: staff, refusal: "Only the staff of the course may see other people's attempts." },
  'attempt.review': { roles: teachers, refusal: 'Only teachers of the course may review attempts.' },
  'grade.read-all': { roles: staff, refusal: "Only the staff of the course may see other people's grades." },
} as const satisfies Record<string, Right>;

/** An action in a course, or access to a part of it. */
export type CourseRight = keyof typeof rights;

export const courseRights = Object.keys(rights) as readonly CourseRight[];

/** Whether a role has a right; null, without a role, has none. */
export function hasRight(role: CourseRole | null, right: CourseRight): boolean {
  return role !== null && (rights[right].roles as readonly CourseRole[]).includes(role);
}

/** Why a viewer without a right is refused, as a sentence for people. */
export function refusalOf(right: CourseRight): string {
  return rights[right].refusal;
}

/** The roster's data about one person in one course. */
export interface RosterEntry {
  readonly courseId: CourseId;
  readonly instructorId: UserId;
  /** The person's roles except instructor. */
  readonly roles: readonly CourseRole[];
}

/**
 * A person's role in a course, or null.
 * The instructor counts while their account has the role INSTRUCTOR. Administrators act as the instructor.
 */
export function courseRoleOf(
  person: { readonly userId: UserId; readonly role: Role },
  entry: RosterEntry | undefined,
): CourseRole | null {
  if (!entry) return null;
  const teaches = person.role === 'INSTRUCTOR' && person.userId === entry.instructorId;
  if (person.role === 'ADMIN' || teaches) return 'INSTRUCTOR';
  return everyone.find((role) => entry.roles.includes(role)) ?? null;
}
