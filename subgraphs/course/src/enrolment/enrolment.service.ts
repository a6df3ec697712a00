import type { Viewer } from '@lyceum/auth';
import {
  type CourseId,
  EnrolmentId,
  LearnerEnrolled,
  LessonCompleted,
  type LessonId,
  newId,
  type UserId,
} from '@lyceum/contracts';
import { databaseNow, type IdPage } from '@lyceum/database';
import type { Outbox } from '@lyceum/outbox';
import { type CountedConnection, notFound, requireFound, requireViewer, toCountedConnection } from '@lyceum/subgraph';
import type { DataSource } from 'typeorm';
import { courses } from '../course/course.repository.ts';
import { type Course, maySee } from '../course/course.ts';
import { outlines } from '../outline/outline.repository.ts';
import { enrolments } from './enrolment.repository.ts';
import { completeLesson, type Enrolment, enrol } from './enrolment.ts';

export type EnrolmentConnection = CountedConnection<Enrolment>;

export type EnrolOutcome =
  | { readonly outcome: 'ENROLLED'; readonly enrolment: Enrolment }
  | { readonly outcome: 'NOT_OPEN' };

export type CompleteLessonOutcome =
  | { readonly outcome: 'COMPLETED'; readonly enrolment: Enrolment }
  | { readonly outcome: 'NOT_ENROLLED'; readonly course: Course };

export class EnrolmentService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly outbox: Outbox,
  ) {}

  /** Enrols the viewer, once: one of several concurrent requests inserts, and the others return its row. */
  async enrol(viewer: Viewer | null, courseId: CourseId): Promise<EnrolOutcome> {
    const learner = requireViewer(viewer);
    return this.outbox.transaction(async ({ manager, append }) => {
      const course = await courses.find(manager, courseId);
      if (!course || !maySee(course, learner)) throw notFound('course', courseId);
      const [current] = await enrolments.findOfLearner(manager, learner.userId, [courseId]);
      if (current) return { outcome: 'ENROLLED', enrolment: current };
      const enrolment = enrol(course, newId(EnrolmentId), learner.userId, await databaseNow(manager));
      if (!enrolment) return { outcome: 'NOT_OPEN' };
      if (!(await enrolments.add(manager, enrolment))) {
        const [first] = await enrolments.findOfLearner(manager, learner.userId, [courseId]);
        return { outcome: 'ENROLLED', enrolment: requireFound(first, 'enrolment', enrolment.id) };
      }
      const { id: enrolmentId, learnerId, enrolledAt, version } = enrolment;
      append(LearnerEnrolled, { enrolmentId, courseId, learnerId, enrolledAt: enrolledAt.toISOString() }, version);
      return { outcome: 'ENROLLED', enrolment };
    });
  }

  /** Completes a lesson for the viewer, once. The lesson cannot be removed in the meantime. */
  async completeLesson(viewer: Viewer | null, lessonId: LessonId): Promise<CompleteLessonOutcome> {
    const { userId, role } = requireViewer(viewer);
    return this.outbox.transaction(async ({ manager, append }) => {
      const lesson = await outlines.lockAgainstRemoval(manager, lessonId);
      const course = lesson && (await courses.find(manager, lesson.courseId));
      if (!course || !maySee(course, { userId, role })) throw notFound('lesson', lessonId);
      const current = await enrolments.lockOfLearner(manager, userId, course.id);
      if (!current) return { outcome: 'NOT_ENROLLED', course };
      const before = requireFound(
        (await enrolments.findProgress(manager, [current.id])).get(current.id),
        'enrolment',
        current.id,
      );
      const now = await databaseNow(manager);
      if (!(await enrolments.addCompletion(manager, { enrolmentId: current.id, lessonId, completedAt: now }))) {
        return { outcome: 'COMPLETED', enrolment: current };
      }
      const { enrolment, progress } = completeLesson(current, before, now);
      await enrolments.save(manager, enrolment);
      const { id: enrolmentId, courseId, learnerId, version } = enrolment;
      const { completedLessons, totalLessons } = progress;
      const completedAt = now.toISOString();
      append(
        LessonCompleted,
        { enrolmentId, courseId, learnerId, lessonId, completedLessons, totalLessons, completedAt },
        version,
      );
      return { outcome: 'COMPLETED', enrolment };
    });
  }

  async findTaken(learnerId: UserId, page: IdPage<EnrolmentId>): Promise<EnrolmentConnection> {
    const { manager } = this.dataSource;
    const rows = await enrolments.findPage(manager, { learnerId }, page, 'NEWEST_FIRST');
    return toCountedConnection(rows, page, () => enrolments.count(manager, { learnerId }));
  }
}
