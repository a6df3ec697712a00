import type { Viewer } from '@lyceum/auth';
import type { CourseId, EnrolmentId, LessonId } from '@lyceum/contracts';
import type { IdPage } from '@lyceum/database';
import { batch, byId, toCountedConnection } from '@lyceum/subgraph';
import type DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { Course } from '../course/course.ts';
import { enrolments } from './enrolment.repository.ts';
import type { EnrolmentConnection } from './enrolment.service.ts';
import { type Enrolment, mayReadLessons, maySeeEnrolment, type Progress } from './enrolment.ts';

type CourseLoader = DataLoader<CourseId, Course | null>;

/** Enrolments that the viewer may see; null for all others. */
export function createEnrolmentLoader(
  { manager }: DataSource,
  viewer: Viewer | null,
  courses: CourseLoader,
): DataLoader<EnrolmentId, Enrolment | null> {
  return batch(
    async (ids) => {
      if (!viewer) return new Map();
      const found = await enrolments.findMany(manager, ids);
      const theirs = await Promise.all(found.map((enrolment) => courses.load(enrolment.courseId)));
      return byId(
        found.filter((enrolment, index) => {
          const course = theirs[index];
          return course && maySeeEnrolment(enrolment, course, viewer);
        }),
      );
    },
    () => null,
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

/** The same page of the enrolments of any number of courses, in one statement; their counts in one more. */
export function createEnrolmentPageLoaders({
  manager,
}: DataSource): (page: IdPage<EnrolmentId>) => DataLoader<CourseId, EnrolmentConnection> {
  const counts = batch(
    (ids: readonly CourseId[]) => enrolments.countOfCourses(manager, ids),
    () => 0,
  );
  const toConnection = (courseId: CourseId, rows: readonly Enrolment[], page: IdPage<EnrolmentId>) =>
    toCountedConnection(rows, page, () => counts.load(courseId));
  const createLoader = (page: IdPage<EnrolmentId>): DataLoader<CourseId, EnrolmentConnection> =>
    batch(
      async (ids) => {
        const pages = await enrolments.findPages(manager, ids, page);
        return new Map([...pages].map(([courseId, rows]) => [courseId, toConnection(courseId, rows, page)]));
      },
      (courseId) => toConnection(courseId, [], page),
    );
  const loaders = new Map<string, DataLoader<CourseId, EnrolmentConnection>>();
  return (page) => {
    const key = `${page.limit} ${page.after}`;
    const loader = loaders.get(key) ?? createLoader(page);
    loaders.set(key, loader);
    return loader;
  };
}
