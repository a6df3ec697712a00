import type { CourseId, Role, UserId } from '@lyceum/contracts';

/** What somebody is in a course. */
export type Standing = 'STAFF' | 'LEARNER' | 'NONE';

/** Who teaches a course, and whether one person takes it. */
export interface RosterEntry {
  readonly courseId: CourseId;
  readonly instructorId: UserId;
  readonly isLearner: boolean;
}

/** What a viewer may do in a course: administrators act as those who teach it. */
export function standingOf(viewer: { userId: UserId; role: Role }, entry: RosterEntry | undefined): Standing {
  if (!entry) return 'NONE';
  if (viewer.role === 'ADMIN' || viewer.userId === entry.instructorId) return 'STAFF';
  return entry.isLearner ? 'LEARNER' : 'NONE';
}
