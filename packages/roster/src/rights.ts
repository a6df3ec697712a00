import type { CourseId, Role, UserId } from '@lyceum/contracts';

/** What somebody is in a course. Of several, the first in this order counts. */
export type CourseRole = 'INSTRUCTOR' | 'ASSISTANT' | 'OBSERVER' | 'LEARNER';

const everyone: readonly CourseRole[] = ['INSTRUCTOR', 'ASSISTANT', 'OBSERVER', 'LEARNER'];
const staff: readonly CourseRole[] = ['INSTRUCTOR', 'ASSISTANT', 'OBSERVER'];
const teachers: readonly CourseRole[] = ['INSTRUCTOR', 'ASSISTANT'];

interface Right {
  readonly roles: readonly CourseRole[];
  /** What a viewer without the right is told. */
  readonly refusal: string;
}

const rights = {
  'course.read': { roles: everyone, refusal: 'This is for those who teach or take the course.' },
  'exam.read-drafts': { roles: staff, refusal: 'Drafts of exams are for those who teach the course.' },
  'exam.edit': { roles: teachers, refusal: 'Only those who teach the course may change its exams.' },
  'exam.sit': { roles: ['LEARNER'], refusal: 'Only those who take the course may sit its exams.' },
  'attempt.read-all': { roles: staff, refusal: "Other people's attempts are for those who teach the course." },
  'attempt.review': { roles: teachers, refusal: 'Only those who teach the course may review attempts.' },
  'grade.read-all': { roles: staff, refusal: "Other people's grades are for those who teach the course." },
} as const satisfies Record<string, Right>;

/** Something that people may do in a course, or see of it. */
export type CourseRight = keyof typeof rights;

export const courseRights = Object.keys(rights) as readonly CourseRight[];

/** Whether a role has a right; null, for somebody who has nothing to do with the course, has none. */
export function hasRight(role: CourseRole | null, right: CourseRight): boolean {
  return role !== null && (rights[right].roles as readonly CourseRole[]).includes(role);
}

/** Why a viewer without a right is refused, as a sentence for people. */
export function refusalOf(right: CourseRight): string {
  return rights[right].refusal;
}

/** What the roster holds about one person in one course. */
export interface RosterEntry {
  readonly courseId: CourseId;
  readonly instructorId: UserId;
  /** The person's roles other than that of the instructor. */
  readonly roles: readonly CourseRole[];
}

/**
 * What a person is in a course; null where they have nothing to do with it.
 * The instructor counts as one as long as the account has the role INSTRUCTOR. Administrators act as the instructor.
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
