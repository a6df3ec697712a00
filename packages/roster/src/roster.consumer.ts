import { CourseCreated, CoursePublished, LearnerEnrolled } from '@lyceum/contracts';
import { defineConsumer, on } from '@lyceum/outbox';
import { roster } from './roster.repository.ts';

/** Keeps who teaches and who takes each course, so that no request asks another domain. */
export const rosterConsumer = defineConsumer({
  name: 'roster',
  kind: 'projection',
  empty: (manager) => roster.empty(manager),
  handlers: [
    on(CourseCreated, ({ payload: { courseId, instructorId } }, { manager }) =>
      roster.saveCourse(manager, { courseId, instructorId }),
    ),
    on(CoursePublished, ({ payload: { courseId, instructorId } }, { manager }) =>
      roster.saveCourse(manager, { courseId, instructorId }),
    ),
    on(LearnerEnrolled, ({ payload: { courseId, learnerId } }, { manager }) =>
      roster.saveMember(manager, { courseId, userId: learnerId, role: 'LEARNER' }),
    ),
  ],
});
