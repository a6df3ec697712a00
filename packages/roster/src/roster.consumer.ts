import { CourseCreated, CoursePublished, LearnerEnrolled } from '@lyceum/contracts';
import { defineConsumer, on } from '@lyceum/outbox';
import { roster } from './roster.repository.ts';

/** Maintains the teachers and learners of each course, so that requests do not query another domain. */
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
