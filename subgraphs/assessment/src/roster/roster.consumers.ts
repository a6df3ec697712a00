import { CourseCreated, CoursePublished, LearnerEnrolled } from '@lyceum/contracts';
import { defineConsumer, on } from '@lyceum/outbox';
import { roster } from './roster.repository.ts';

/** Keeps who teaches and who takes each course, so that grading never asks another domain. */
export const rosterConsumer = defineConsumer({
  name: 'roster',
  kind: 'projection',
  empty: (manager) => roster.empty(manager),
  handlers: [
    on(CourseCreated, ({ payload }, { manager }) =>
      roster.saveCourse(manager, { courseId: payload.courseId, instructorId: payload.instructorId }),
    ),
    on(CoursePublished, ({ payload }, { manager }) =>
      roster.saveCourse(manager, { courseId: payload.courseId, instructorId: payload.instructorId }),
    ),
    on(LearnerEnrolled, ({ payload }, { manager }) =>
      roster.addLearner(manager, { courseId: payload.courseId, learnerId: payload.learnerId }),
    ),
  ],
});
