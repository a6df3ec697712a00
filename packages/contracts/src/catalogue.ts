import { AttemptSubmitted, ExamPublished, GradeChanged } from './assessment.ts';
import { CourseCreated, CoursePublished, LearnerEnrolled, LessonCompleted } from './course.ts';
import type { EventDefinition } from './event.ts';
import { UserRegistered, UserRoleChanged } from './identity.ts';

/** Every event of the platform. An event that is not listed has no topic. */
export const catalogue: readonly Omit<EventDefinition, 'key'>[] = [
  UserRegistered,
  UserRoleChanged,
  CourseCreated,
  CoursePublished,
  LearnerEnrolled,
  LessonCompleted,
  ExamPublished,
  AttemptSubmitted,
  GradeChanged,
];

const types: ReadonlySet<string> = new Set(catalogue.map(({ type }) => type));

/** Whether this build knows the event type; a newer producer may send others. */
export function isKnownType(type: string): boolean {
  return types.has(type);
}

export interface TopicSettings {
  readonly name: string;
  /** The maximum number of processes of one group that can share the topic. May be raised later, never lowered. */
  readonly partitions: number;
  /** How long a broker keeps events; -1 means forever. Producers' event logs keep the full history regardless. */
  readonly retentionMs: number;
}

const weekMs = 7 * 24 * 60 * 60 * 1_000;

/** The topics of the catalogue. */
export const topics: readonly TopicSettings[] = [...new Set(catalogue.map(({ topic }) => topic))].map((name) => ({
  name,
  partitions: 6,
  retentionMs: weekMs,
}));
