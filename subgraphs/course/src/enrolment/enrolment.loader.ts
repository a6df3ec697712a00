import type { Viewer } from '@lyceum/auth';
import type { CourseId, EnrolmentId, LessonId } from '@lyceum/contracts';
import type { IdPage } from '@lyceum/database';
import { batch, batchPages, loadVisible, requireViewer } from '@lyceum/subgraph';
import type DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { requireStaff } from '../course/course.access.ts';
import type { Course } from '../course/course.ts';
import { enrolments } from './enrolment.repository.ts';
import { type Enrolment, mayReadLessons, maySeeEnrolment, type Progress } from './enrolment.ts';

type CourseLoader = DataLoader<CourseId, Course | null>;

/** Enrolments that the viewer may see; null for all others. */
export function createEnrolmentLoader(
  { manager }: DataSource,
  viewer: Viewer | null,
  courses: CourseLoader,
): DataLoader<EnrolmentId, Enrolment | null> {
  return loadVisible(
    (ids) => enrolments.findMany(manager, ids),
    async (enrolment) => {
      const course = await courses.load(enrolment.courseId);
      return viewer !== null && course !== null && maySeeEnrolment(enrolment, course, viewer);
    },
  );
}

/** The viewer's own enrolment in a course. */
export function createMyEnrolmentLoader(
  { manager }: DataSource,
  viewer: Viewer | null,
): DataLoader<CourseId, Enrolment | null> {
  return batch(
    async (ids) => {
      const found = viewer ? await enrolments.findOfLearner(manager, viewer.userId, ids) : [];
      return new Map(found.map((enrolment) => [enrolment.courseId, enrolment]));
    },
    () => null,
  );
}

/** Whether the viewer may read the lessons of a course. */
export function createReadableCourseLoader(
  viewer: Viewer | null,
  courses: CourseLoader,
  myEnrolments: DataLoader<CourseId, Enrolment | null>,
): DataLoader<CourseId, boolean> {
  return batch(
    async (ids) => {
      const answers = ids.map(async (id) => {
        const [course, enrolment] = await Promise.all([courses.load(id), myEnrolments.load(id)]);
        return [id, viewer !== null && course !== null && mayReadLessons(course, enrolment, viewer)] as const;
      });
      return new Map(await Promise.all(answers));
    },
    () => false,
  );
}

/** When the viewer completed a lesson. */
export function createMyCompletionLoader(
  { manager }: DataSource,
  viewer: Viewer | null,
): DataLoader<LessonId, Date | null> {
  return batch(
    async (ids) => (viewer ? enrolments.findCompletions(manager, viewer.userId, ids) : new Map()),
    () => null,
  );
}

/** Progress of any number of enrolments in one statement. */
export function createProgressLoader({ manager }: DataSource): DataLoader<EnrolmentId, Progress> {
  return batch(
    (ids) => enrolments.findProgress(manager, ids),
    () => ({ completedLessons: 0, totalLessons: 0, lastCompletedAt: null }),
  );
}

/** Pages of the enrolments of courses; FORBIDDEN unless the viewer teaches the course. */
export function createEnrolmentPageLoaders(
  { manager }: DataSource,
  viewer: Viewer | null,
): (page: IdPage<EnrolmentId>) => { load(course: Course): Promise<Enrolment[]> } {
  const pages = batchPages(
    (ids: readonly CourseId[], page: IdPage<EnrolmentId>) => enrolments.findPageOfEach(manager, 'courseId', ids, page),
    () => [],
  );
  return (page) => ({
    async load(course) {
      const { id } = requireStaff(course, requireViewer(viewer), 'course', course.id);
      return pages(page).load(id);
    },
  });
}

/** The number of enrolments of courses; load it together with a page of them. */
export function createEnrolmentCountLoader({ manager }: DataSource): DataLoader<CourseId, number> {
  return batch(
    (ids) => enrolments.countOfEach(manager, 'courseId', ids),
    () => 0,
  );
}
