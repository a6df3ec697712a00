import type { CourseId, EnrolmentId, UserId } from '@lyceum/contracts';
import { type Course, isStaff, type Person } from '../course/course.ts';

/** A learner's enrolment in a course. */
export interface Enrolment {
  readonly id: EnrolmentId;
  readonly courseId: CourseId;
  readonly learnerId: UserId;
  /** Increases by one with every lesson that the learner completes. */
  readonly version: number;
  readonly enrolledAt: Date;
}

export interface Progress {
  readonly completedLessons: number;
  /** Lessons of the current outline. */
  readonly totalLessons: number;
  /** Null before the first. */
  readonly lastCompletedAt: Date | null;
}

/** A new enrolment; null if the course is not open to learners. */
export function enrol(course: Course, id: EnrolmentId, learnerId: UserId, now: Date): Enrolment | null {
  return course.publishedAt && { id, courseId: course.id, learnerId, version: 1, enrolledAt: now };
}

/** The enrolment and its progress after one more lesson. */
export function completeLesson(
  enrolment: Enrolment,
  progress: Progress,
  now: Date,
): { readonly enrolment: Enrolment; readonly progress: Progress } {
  return {
    enrolment: { ...enrolment, version: enrolment.version + 1 },
    progress: { ...progress, completedLessons: progress.completedLessons + 1, lastCompletedAt: now },
  };
}

/** 0 to 100, rounded down, so that 100 means all; 0 if there are no lessons. */
export function percentageOf({ completedLessons, totalLessons }: Progress): number {
  return totalLessons === 0 ? 0 : Math.floor((completedLessons * 100) / totalLessons);
}

/** Enrolments are visible to the learner and to the course's staff. */
export function maySeeEnrolment(enrolment: Enrolment, course: Course, person: Person): boolean {
  return enrolment.learnerId === person.userId || isStaff(course, person);
}

/** The text of lessons is visible to learners of the course and its staff. */
export function mayReadLessons(course: Course, enrolment: Enrolment | null, person: Person): boolean {
  return enrolment !== null || isStaff(course, person);
}
