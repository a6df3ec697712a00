import { ChapterId, CourseId, LessonId } from '@lyceum/contracts';
import { parseId, type ResolversFor, requireFound, toInvalidInput } from '@lyceum/subgraph';
import type {
  ChapterResolvers,
  Chapter as GeneratedChapter,
  Lesson as GeneratedLesson,
  LessonResolvers,
  MutationResolvers,
  QueryResolvers,
  Resolvers,
} from '../generated/resolvers.ts';
import { type Chapter, findChapter, type Lesson } from '../outline/outline.ts';
import { toCourseConflict, toWithoutLessons } from './failures.ts';
import type { ChapterOutcome, LessonOutcome, RemovalOutcome } from './outline.service.ts';

const queries: Pick<QueryResolvers, 'lesson'> = {
  lesson: (_parent, { id }, { loaders }) => loaders.lessons.load(parseId(LessonId, 'id', id)),
};

type OutlineMutation =
  | 'addChapter'
  | 'updateChapter'
  | 'moveChapter'
  | 'removeChapter'
  | 'addLesson'
  | 'updateLesson'
  | 'moveLesson'
  | 'removeLesson';

const mutations: Pick<MutationResolvers, OutlineMutation> = {
  async addChapter(_parent, { input }, { viewer, outlineService }) {
    const courseId = parseId(CourseId, 'input.courseId', input.courseId);
    const edit = { ...input, courseId, position: input.position ?? null };
    return toChapterResult('AddChapterSuccess', await outlineService.addChapter(viewer, edit), input);
  },

  async updateChapter(_parent, { input }, { viewer, outlineService }) {
    const edit = { ...input, chapterId: parseId(ChapterId, 'input.chapterId', input.chapterId) };
    return toChapterResult('UpdateChapterSuccess', await outlineService.updateChapter(viewer, edit), input);
  },

  async moveChapter(_parent, { input }, { viewer, outlineService }) {
    const edit = { ...input, chapterId: parseId(ChapterId, 'input.chapterId', input.chapterId) };
    return toChapterResult('MoveChapterSuccess', await outlineService.moveChapter(viewer, edit), input);
  },

  async removeChapter(_parent, { input }, { viewer, outlineService }) {
    const edit = { ...input, chapterId: parseId(ChapterId, 'input.chapterId', input.chapterId) };
    return toRemovalResult('RemoveChapterSuccess', await outlineService.removeChapter(viewer, edit), input);
  },

  async addLesson(_parent, { input }, { viewer, outlineService }) {
    const chapterId = parseId(ChapterId, 'input.chapterId', input.chapterId);
    const edit = { ...input, chapterId, position: input.position ?? null };
    return toLessonResult('AddLessonSuccess', await outlineService.addLesson(viewer, edit), input);
  },

  async updateLesson(_parent, { input }, { viewer, outlineService }) {
    const lessonId = parseId(LessonId, 'input.lessonId', input.lessonId);
    const edit = { ...input, lessonId, title: input.title ?? undefined, body: input.body ?? undefined };
    return toLessonResult('UpdateLessonSuccess', await outlineService.updateLesson(viewer, edit), input);
  },

  async moveLesson(_parent, { input }, { viewer, outlineService }) {
    const lessonId = parseId(LessonId, 'input.lessonId', input.lessonId);
    const chapterId = input.chapterId == null ? null : parseId(ChapterId, 'input.chapterId', input.chapterId);
    const edit = { ...input, lessonId, chapterId };
    return toLessonResult('MoveLessonSuccess', await outlineService.moveLesson(viewer, edit), input);
  },

  async removeLesson(_parent, { input }, { viewer, outlineService }) {
    const edit = { ...input, lessonId: parseId(LessonId, 'input.lessonId', input.lessonId) };
    return toRemovalResult('RemoveLessonSuccess', await outlineService.removeLesson(viewer, edit), input);
  },
};

const chapterFields: ResolversFor<ChapterResolvers, GeneratedChapter, Chapter> = {};

const lessonFields: ResolversFor<LessonResolvers, GeneratedLesson, Lesson> = {
  __resolveReference: ({ id }, { loaders }) => loaders.lessons.load(parseId(LessonId, 'id', id)),
  body: (lesson, _args, { loaders }) => loaders.lessonBodies.load(lesson),
  chapter: async ({ courseId, chapterId }, _args, { loaders }) =>
    requireFound(findChapter(await loaders.outlines.load(courseId), chapterId), 'chapter', chapterId),
  course: async ({ courseId }, _args, { loaders }) =>
    requireFound(await loaders.courses.load(courseId), 'course', courseId),
  completedAt: ({ id }, _args, { loaders }) => loaders.myCompletions.load(id),
};

export const outlineResolvers: Resolvers = {
  Query: queries,
  Mutation: mutations,
  Chapter: chapterFields,
  Lesson: lessonFields,
};

interface Edit {
  readonly expectedVersion: number;
}

function toChapterResult<Name extends string>(success: Name, result: ChapterOutcome, edit: Edit) {
  switch (result.outcome) {
    case 'EDITED':
      return { __typename: success, course: result.course, chapter: result.chapter };
    case 'CONFLICT':
      return toCourseConflict(result, edit.expectedVersion);
    case 'INVALID':
      return toInvalidInput(result);
  }
}

function toLessonResult<Name extends string>(success: Name, result: LessonOutcome, edit: Edit) {
  switch (result.outcome) {
    case 'EDITED':
      return { __typename: success, course: result.course, lesson: result.lesson };
    case 'CONFLICT':
      return toCourseConflict(result, edit.expectedVersion);
    case 'INVALID':
      return toInvalidInput(result);
  }
}

function toRemovalResult<Name extends string>(success: Name, result: RemovalOutcome, edit: Edit) {
  switch (result.outcome) {
    case 'EDITED':
      return { __typename: success, course: result.course };
    case 'CONFLICT':
      return toCourseConflict(result, edit.expectedVersion);
    case 'WITHOUT_LESSONS':
      return toWithoutLessons();
    case 'LESSONS_COMPLETED':
      return toLessonsCompleted(result.lessons);
  }
}

function toLessonsCompleted(lessons: readonly Lesson[]) {
  return {
    __typename: 'LessonsCompleted' as const,
    message: `Learners have completed ${lessons.map(({ title }) => `“${title}”`).join(', ')}: edit instead of removing.`,
    lessons,
  };
}
