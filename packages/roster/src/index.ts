import { CreateRoster1764000000003 } from './migrations/create-roster.ts';
import { rosterConsumer } from './roster.consumer.ts';
import { CourseInstructorEntity, CourseMemberEntity } from './roster.entity.ts';

export {
  type CourseRoleLoader,
  type CourseSubject,
  createCourseRoleLoader,
  findCourseRole,
  findCourseRoles,
  requireRight,
} from './course-roles.ts';
export { type CourseRight, type CourseRole, hasRight } from './rights.ts';

/** Adds the roster to a subgraph: its tables, and the consumer that maintains them. */
export const rosterPart = {
  entities: [CourseInstructorEntity, CourseMemberEntity],
  migrations: [CreateRoster1764000000003],
  consumers: [rosterConsumer],
};
