import type { CourseId, Role, UserId } from '@lyceum/contracts';

/** What somebody is in a course. */
export type CourseRole = 'STAFF' | 'LEARNER' | 'NONE';

/** Who teaches a course, and whether one person takes it. */
export interface RosterEntry {
  readonly courseId: CourseId;
  readonly instructorId: UserId;
  readonly isLearner: boolean;
}

/** What a viewer may do in a course: who teaches it does so as long as they are an instructor; administrators act as they do. */
export function courseRoleOf(viewer: { userId: UserId; role: Role }, entry: RosterEntry | undefined): CourseRole {
  if (!entry) return 'NONE';
  const teaches = viewer.role === 'INSTRUCTOR' && viewer.userId === entry.instructorId;
  if (viewer.role === 'ADMIN' || teaches) return 'STAFF';
  return entry.isLearner ? 'LEARNER' : 'NONE';
}
