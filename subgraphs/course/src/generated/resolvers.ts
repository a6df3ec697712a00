import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Course as CourseModel, Person as PersonModel } from '../course/course.ts';
import type { CourseConnection as CourseConnectionModel } from '../course/course.service.ts';
import type { Chapter as ChapterModel, Lesson as LessonModel } from '../outline/outline.ts';
import type { Enrolment as EnrolmentModel, Progress as ProgressModel } from '../enrolment/enrolment.ts';
import type { EnrolmentConnection as EnrolmentConnectionModel } from '../enrolment/enrolment.service.ts';
import type { Context } from '../context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A position in a list or a feed. Opaque: pass it back unchanged. */
  Cursor: { input: string; output: string; }
  /** A UTC timestamp in RFC 3339 format: `2026-01-31T09:30:00.000Z`. */
  DateTime: { input: Date; output: Date; }
  /** A decimal number as a string, such as `"7.50"`; never a binary float. */
  Decimal: { input: string; output: string; }
  /** An e-mail address. */
  EmailAddress: { input: string; output: string; }
  /** An integer from -(2^53 - 1) to 2^53 - 1, which every client can represent exactly; `Int` has only 32 bits. */
  SafeInt: { input: number; output: number; }
  _FieldSet: { input: string; output: string; }
};

/** A new chapter. */
export type AddChapterInput = {
  /** The course to add it to; a course has at most 200 chapters. */
  readonly courseId: Scalars['ID']['input'];
  /** The course version that the change is based on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** Its position, from 0; last if omitted or null. */
  readonly position?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 200 characters, not only whitespace. */
  readonly title: Scalars['String']['input'];
};

/** Result of `addChapter`. */
export type AddChapterResult = AddChapterSuccess | CourseConflict | InvalidInput;

/** The chapter was added. */
export type AddChapterSuccess = {
  readonly __typename?: 'AddChapterSuccess';
  /** The new chapter, without lessons. */
  readonly chapter: Chapter;
  /** The updated course. */
  readonly course: Course;
};

/** A new lesson. */
export type AddLessonInput = {
  /** Markdown, up to 100,000 characters. */
  readonly body: Scalars['String']['input'];
  /** The chapter to add it to; a chapter has at most 200 lessons. */
  readonly chapterId: Scalars['ID']['input'];
  /** The course version that the change is based on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** Its position in the chapter, from 0; last if omitted or null. */
  readonly position?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 200 characters, not only whitespace. */
  readonly title: Scalars['String']['input'];
};

/** Result of `addLesson`. */
export type AddLessonResult = AddLessonSuccess | CourseConflict | InvalidInput;

/** The lesson was added. */
export type AddLessonSuccess = {
  readonly __typename?: 'AddLessonSuccess';
  /** The updated course. */
  readonly course: Course;
  /** The new lesson. */
  readonly lesson: Lesson;
};

/** A chapter of a course. Visible to everyone who may see the course. */
export type Chapter = {
  readonly __typename?: 'Chapter';
  /** Opaque. */
  readonly id: Scalars['ID']['output'];
  /** In order; at most 200. */
  readonly lessons: ReadonlyArray<Lesson>;
  /** 1 to 200 characters. */
  readonly title: Scalars['String']['output'];
};

/** A chapter of a new course. */
export type ChapterDraft = {
  /** In order; at most 200. */
  readonly lessons: ReadonlyArray<LessonDraft>;
  /** 1 to 200 characters, not only whitespace. */
  readonly title: Scalars['String']['input'];
};

/** The completed lesson. */
export type CompleteLessonInput = {
  /** The completed lesson. */
  readonly lessonId: Scalars['ID']['input'];
};

/** Result of `completeLesson`. */
export type CompleteLessonResult = CompleteLessonSuccess | NotEnrolled;

/** The lesson is completed. */
export type CompleteLessonSuccess = {
  readonly __typename?: 'CompleteLessonSuccess';
  /** The viewer's enrolment, with its progress. */
  readonly enrolment: Enrolment;
};

/** A course: chapters of lessons, written by an instructor and taken by learners. Published courses are visible to all signed-in users, drafts only to their staff: the instructor and administrators. */
export type Course = {
  readonly __typename?: 'Course';
  /** In order; at most 200. */
  readonly chapters: ReadonlyArray<Chapter>;
  /** When the draft was created. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The enrolments, in order of enrolment. Only for the course's staff; for others, null with the error FORBIDDEN. */
  readonly enrolments: Maybe<EnrolmentConnection>;
  /** Opaque. */
  readonly id: Scalars['ID']['output'];
  /** The author and teacher; null while the identity subgraph is unavailable. */
  readonly instructor: Maybe<User>;
  /** Number of lessons in all chapters. */
  readonly lessonCount: Scalars['Int']['output'];
  /** The viewer's own enrolment; null if the viewer is not enrolled. */
  readonly myEnrolment: Maybe<Enrolment>;
  /** When it was published; null for a draft. */
  readonly publishedAt: Maybe<Scalars['DateTime']['output']>;
  /** Whether learners may enrol. */
  readonly status: CourseStatus;
  /** Description in Markdown, up to 10,000 characters; may be empty. */
  readonly summary: Scalars['String']['output'];
  /** 1 to 200 characters. */
  readonly title: Scalars['String']['output'];
  /** Incremented by every change of the course or its outline. Pass it as `expectedVersion` when editing. */
  readonly version: Scalars['Int']['output'];
};


/** A course: chapters of lessons, written by an instructor and taken by learners. Published courses are visible to all signed-in users, drafts only to their staff: the instructor and administrators. */
export type CourseEnrolmentsArgs = {
  after: InputMaybe<Scalars['Cursor']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
};

/** Someone else changed the course or its outline since you read it. Nothing was changed. */
export type CourseConflict = Error & {
  readonly __typename?: 'CourseConflict';
  /** The current course. */
  readonly current: Course;
  /** Human-readable: what happened, and what to do. */
  readonly message: Scalars['String']['output'];
  /** The `expectedVersion` you sent. */
  readonly yours: Scalars['Int']['output'];
};

/** A page of courses. */
export type CourseConnection = {
  readonly __typename?: 'CourseConnection';
  /** The courses on this page, each with its cursor. */
  readonly edges: ReadonlyArray<CourseEdge>;
  /** The courses on this page. */
  readonly nodes: ReadonlyArray<Course>;
  /** The page's position in the whole list. */
  readonly pageInfo: PageInfo;
  /** Number of courses in the whole list. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A course and its cursor. */
export type CourseEdge = {
  readonly __typename?: 'CourseEdge';
  /** Pass it as `after` to continue from here. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The course. */
  readonly node: Course;
};

/** A filter for the catalogue; omitted or null fields do not restrict it. */
export type CourseFilter = {
  /** Only courses of this instructor. */
  readonly instructorId?: InputMaybe<Scalars['ID']['input']>;
  /** Only courses with this text in their title, case-insensitive; 1 to 200 characters. */
  readonly titleContains?: InputMaybe<Scalars['String']['input']>;
};

/** The course is a draft: publish it first. Returned only to its staff; for others the course does not exist. */
export type CourseNotOpen = Error & {
  readonly __typename?: 'CourseNotOpen';
  /** Human-readable: what is wrong, and what to do. */
  readonly message: Scalars['String']['output'];
};

/** The state of a course. */
export type CourseStatus =
  /** In preparation; visible only to its staff. */
  | 'DRAFT'
  /** Open to learners; can still be edited. */
  | 'PUBLISHED';

/** A published course must keep at least one lesson. Nothing was changed. */
export type CourseWithoutLessons = Error & {
  readonly __typename?: 'CourseWithoutLessons';
  /** Human-readable: what is wrong, and what to do. */
  readonly message: Scalars['String']['output'];
};

/** A new course. */
export type CreateCourseInput = {
  /** The outline, in order; at most 200 chapters and 2,000 lessons in total. */
  readonly chapters: ReadonlyArray<ChapterDraft>;
  /** Markdown, up to 10,000 characters. */
  readonly summary: Scalars['String']['input'];
  /** 1 to 200 characters, not only whitespace. */
  readonly title: Scalars['String']['input'];
};

/** Result of `createCourse`. */
export type CreateCourseResult = CreateCourseSuccess | InvalidInput;

/** The draft was created. */
export type CreateCourseSuccess = {
  readonly __typename?: 'CreateCourseSuccess';
  /** The new course, at version 1. */
  readonly course: Course;
};

/** The course to enrol in. */
export type EnrolInput = {
  /** The course to enrol in. */
  readonly courseId: Scalars['ID']['input'];
};

/** Result of `enrol`. */
export type EnrolResult = CourseNotOpen | EnrolSuccess;

/** The viewer is enrolled. */
export type EnrolSuccess = {
  readonly __typename?: 'EnrolSuccess';
  /** The new or existing enrolment. */
  readonly enrolment: Enrolment;
};

/** A learner's enrolment in a course. Visible to the learner and to the course's staff: the instructor and administrators. */
export type Enrolment = {
  readonly __typename?: 'Enrolment';
  /** The course. */
  readonly course: Course;
  /** When the learner enrolled. */
  readonly enrolledAt: Scalars['DateTime']['output'];
  /** Opaque. */
  readonly id: Scalars['ID']['output'];
  /** The learner; null while the identity subgraph is unavailable. */
  readonly learner: Maybe<User>;
  /** The learner's progress. */
  readonly progress: Progress;
  /** Incremented by every lesson that the learner completes. */
  readonly version: Scalars['Int']['output'];
};

/** A page of enrolments. */
export type EnrolmentConnection = {
  readonly __typename?: 'EnrolmentConnection';
  /** The enrolments on this page, each with its cursor. */
  readonly edges: ReadonlyArray<EnrolmentEdge>;
  /** The enrolments on this page. */
  readonly nodes: ReadonlyArray<Enrolment>;
  /** The page's position in the whole list. */
  readonly pageInfo: PageInfo;
  /** Number of enrolments in the whole list. */
  readonly totalCount: Scalars['Int']['output'];
};

/** An enrolment and its cursor. */
export type EnrolmentEdge = {
  readonly __typename?: 'EnrolmentEdge';
  /** Pass it as `after` to continue from here. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The enrolment. */
  readonly node: Enrolment;
};

/** An expected failure of a mutation. Each failure has its own type, with the data needed to handle it. */
export type Error = {
  /** Human-readable: what is wrong, and what would be accepted. */
  readonly message: Scalars['String']['output'];
};

/** The value of an argument is invalid. Nothing was changed. */
export type InvalidInput = Error & {
  readonly __typename?: 'InvalidInput';
  /** Path of the argument: `sections.0.drawCount`. */
  readonly field: Scalars['String']['output'];
  /** Human-readable: what is wrong, and what would be accepted. */
  readonly message: Scalars['String']['output'];
};

/** A lesson of a course. Its existence and title are visible to everyone who may see the course. */
export type Lesson = {
  readonly __typename?: 'Lesson';
  /** The text in Markdown, up to 100,000 characters; may be empty. Null for viewers who are neither enrolled nor staff. */
  readonly body: Maybe<Scalars['String']['output']>;
  /** The chapter it is currently in. */
  readonly chapter: Chapter;
  /** When the viewer completed it; null if the viewer has not, or is not enrolled. */
  readonly completedAt: Maybe<Scalars['DateTime']['output']>;
  /** The course it belongs to. */
  readonly course: Course;
  /** Opaque. */
  readonly id: Scalars['ID']['output'];
  /** 1 to 200 characters. */
  readonly title: Scalars['String']['output'];
};

/** A lesson of a new course. */
export type LessonDraft = {
  /** Markdown, up to 100,000 characters. */
  readonly body: Scalars['String']['input'];
  /** 1 to 200 characters, not only whitespace. */
  readonly title: Scalars['String']['input'];
};

/** Learners have completed lessons that would be removed. Nothing was changed. */
export type LessonsCompleted = Error & {
  readonly __typename?: 'LessonsCompleted';
  /** The completed lessons, in order. */
  readonly lessons: ReadonlyArray<Lesson>;
  /** Human-readable: what is wrong, and what to do. */
  readonly message: Scalars['String']['output'];
};

/** The new position of a chapter. */
export type MoveChapterInput = {
  /** The chapter to move. */
  readonly chapterId: Scalars['ID']['input'];
  /** The course version that the change is based on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** Its final position among the course's chapters, from 0. */
  readonly position: Scalars['Int']['input'];
};

/** Result of `moveChapter`. */
export type MoveChapterResult = CourseConflict | InvalidInput | MoveChapterSuccess;

/** The chapter was moved. */
export type MoveChapterSuccess = {
  readonly __typename?: 'MoveChapterSuccess';
  /** The moved chapter. */
  readonly chapter: Chapter;
  /** The updated course. */
  readonly course: Course;
};

/** The new position of a lesson. */
export type MoveLessonInput = {
  /** The chapter of the same course to move it to; its current chapter if omitted or null. */
  readonly chapterId?: InputMaybe<Scalars['ID']['input']>;
  /** The course version that the change is based on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** The lesson to move. */
  readonly lessonId: Scalars['ID']['input'];
  /** Its final position in that chapter, from 0. */
  readonly position: Scalars['Int']['input'];
};

/** Result of `moveLesson`. */
export type MoveLessonResult = CourseConflict | InvalidInput | MoveLessonSuccess;

/** The lesson was moved. */
export type MoveLessonSuccess = {
  readonly __typename?: 'MoveLessonSuccess';
  /** The updated course. */
  readonly course: Course;
  /** The moved lesson. */
  readonly lesson: Lesson;
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Adds a chapter to a course. Like all edits of the outline, only for the course's staff. */
  readonly addChapter: AddChapterResult;
  /** Adds a lesson to a chapter. */
  readonly addLesson: AddLessonResult;
  /** Marks a lesson as completed by the viewer. Idempotent. */
  readonly completeLesson: CompleteLessonResult;
  /** Creates a draft taught by the viewer, optionally with its outline. */
  readonly createCourse: CreateCourseResult;
  /** Enrols the viewer in a published course. Idempotent: repeating it returns the existing enrolment. */
  readonly enrol: EnrolResult;
  /** Moves a chapter within its course. */
  readonly moveChapter: MoveChapterResult;
  /** Moves a lesson within its chapter, or to another chapter of the same course. Its completions are kept. */
  readonly moveLesson: MoveLessonResult;
  /** Publishes a draft; has no effect on a published course. Only for the course's staff. */
  readonly publishCourse: PublishCourseResult;
  /** Removes a chapter and its lessons, unless someone has completed one of them. */
  readonly removeChapter: RemoveChapterResult;
  /** Removes a lesson, unless someone has completed it. */
  readonly removeLesson: RemoveLessonResult;
  /** Changes the title of a chapter. */
  readonly updateChapter: UpdateChapterResult;
  /** Changes the title or summary. Only for the course's staff. */
  readonly updateCourse: UpdateCourseResult;
  /** Changes the title or the body of a lesson. */
  readonly updateLesson: UpdateLessonResult;
};


export type MutationAddChapterArgs = {
  input: AddChapterInput;
};


export type MutationAddLessonArgs = {
  input: AddLessonInput;
};


export type MutationCompleteLessonArgs = {
  input: CompleteLessonInput;
};


export type MutationCreateCourseArgs = {
  input: CreateCourseInput;
};


export type MutationEnrolArgs = {
  input: EnrolInput;
};


export type MutationMoveChapterArgs = {
  input: MoveChapterInput;
};


export type MutationMoveLessonArgs = {
  input: MoveLessonInput;
};


export type MutationPublishCourseArgs = {
  input: PublishCourseInput;
};


export type MutationRemoveChapterArgs = {
  input: RemoveChapterInput;
};


export type MutationRemoveLessonArgs = {
  input: RemoveLessonInput;
};


export type MutationUpdateChapterArgs = {
  input: UpdateChapterInput;
};


export type MutationUpdateCourseArgs = {
  input: UpdateCourseInput;
};


export type MutationUpdateLessonArgs = {
  input: UpdateLessonInput;
};

/** The viewer's courses. */
export type MyCourses = {
  readonly __typename?: 'MyCourses';
  /** The viewer's enrolments, latest first. */
  readonly taking: EnrolmentConnection;
  /** Courses that the viewer teaches, including drafts, newest first. Empty for viewers who are currently neither instructor nor administrator. */
  readonly teaching: CourseConnection;
};


/** The viewer's courses. */
export type MyCoursesTakingArgs = {
  after: InputMaybe<Scalars['Cursor']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
};


/** The viewer's courses. */
export type MyCoursesTeachingArgs = {
  after: InputMaybe<Scalars['Cursor']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
};

/** Only enrolled learners can complete lessons: enrol first. */
export type NotEnrolled = Error & {
  readonly __typename?: 'NotEnrolled';
  /** The course to enrol in. */
  readonly course: Course;
  /** Human-readable: what is wrong, and what to do. */
  readonly message: Scalars['String']['output'];
};

/** The position of a connection's page in the whole list. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Pass it as `after` to get the next page; null on an empty page. */
  readonly endCursor: Maybe<Scalars['Cursor']['output']>;
  /** Whether more items follow this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
};

/** A learner's progress in a course, relative to its current lessons. */
export type Progress = {
  readonly __typename?: 'Progress';
  /** Number of lessons the learner has completed. */
  readonly completedLessons: Scalars['Int']['output'];
  /** When the learner last completed a lesson; null before the first. */
  readonly lastCompletedAt: Maybe<Scalars['DateTime']['output']>;
  /** 0 to 100, rounded down, so 100 means all. */
  readonly percentage: Scalars['Int']['output'];
  /** Number of lessons in the course. */
  readonly totalLessons: Scalars['Int']['output'];
};

/** The draft to publish. */
export type PublishCourseInput = {
  /** The course to publish. */
  readonly courseId: Scalars['ID']['input'];
  /** The course version that the change is based on. */
  readonly expectedVersion: Scalars['Int']['input'];
};

/** Result of `publishCourse`. */
export type PublishCourseResult = CourseConflict | CourseWithoutLessons | PublishCourseSuccess;

/** The course is published. */
export type PublishCourseSuccess = {
  readonly __typename?: 'PublishCourseSuccess';
  /** The published course. */
  readonly course: Course;
};

export type Query = {
  readonly __typename?: 'Query';
  /** A course; null if it does not exist or you may not see it. */
  readonly course: Maybe<Course>;
  /** The catalogue: published courses, latest first. */
  readonly courses: CourseConnection;
  /** A lesson; null if it does not exist or you may not see it. */
  readonly lesson: Maybe<Lesson>;
  /** The courses that the viewer teaches and takes. */
  readonly myCourses: MyCourses;
};


export type QueryCourseArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCoursesArgs = {
  after: InputMaybe<Scalars['Cursor']['input']>;
  filter: InputMaybe<CourseFilter>;
  first: InputMaybe<Scalars['Int']['input']>;
};


export type QueryLessonArgs = {
  id: Scalars['ID']['input'];
};

/** The chapter to remove. */
export type RemoveChapterInput = {
  /** The chapter to remove, with its lessons. */
  readonly chapterId: Scalars['ID']['input'];
  /** The course version that the change is based on. */
  readonly expectedVersion: Scalars['Int']['input'];
};

/** Result of `removeChapter`. */
export type RemoveChapterResult = CourseConflict | CourseWithoutLessons | LessonsCompleted | RemoveChapterSuccess;

/** The chapter and its lessons were removed. */
export type RemoveChapterSuccess = {
  readonly __typename?: 'RemoveChapterSuccess';
  /** The updated course. */
  readonly course: Course;
};

/** The lesson to remove. */
export type RemoveLessonInput = {
  /** The course version that the change is based on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** The lesson to remove. */
  readonly lessonId: Scalars['ID']['input'];
};

/** Result of `removeLesson`. */
export type RemoveLessonResult = CourseConflict | CourseWithoutLessons | LessonsCompleted | RemoveLessonSuccess;

/** The lesson was removed. */
export type RemoveLessonSuccess = {
  readonly __typename?: 'RemoveLessonSuccess';
  /** The updated course. */
  readonly course: Course;
};

/** Changes to a chapter. */
export type UpdateChapterInput = {
  /** The chapter to change. */
  readonly chapterId: Scalars['ID']['input'];
  /** The course version that the change is based on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** 1 to 200 characters, not only whitespace. */
  readonly title: Scalars['String']['input'];
};

/** Result of `updateChapter`. */
export type UpdateChapterResult = CourseConflict | InvalidInput | UpdateChapterSuccess;

/** The chapter was changed. */
export type UpdateChapterSuccess = {
  readonly __typename?: 'UpdateChapterSuccess';
  /** The updated chapter. */
  readonly chapter: Chapter;
  /** The updated course. */
  readonly course: Course;
};

/** Changes to a course. */
export type UpdateCourseInput = {
  /** The course to change. */
  readonly courseId: Scalars['ID']['input'];
  /** The course version that the change is based on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** Markdown, up to 10,000 characters; unchanged if omitted or null. */
  readonly summary?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 200 characters; unchanged if omitted or null. */
  readonly title?: InputMaybe<Scalars['String']['input']>;
};

/** Result of `updateCourse`. */
export type UpdateCourseResult = CourseConflict | InvalidInput | UpdateCourseSuccess;

/** The course was changed. */
export type UpdateCourseSuccess = {
  readonly __typename?: 'UpdateCourseSuccess';
  /** The updated course. */
  readonly course: Course;
};

/** Changes to a lesson. */
export type UpdateLessonInput = {
  /** Markdown, up to 100,000 characters; unchanged if omitted or null. */
  readonly body?: InputMaybe<Scalars['String']['input']>;
  /** The course version that the change is based on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** The lesson to change. */
  readonly lessonId: Scalars['ID']['input'];
  /** 1 to 200 characters; unchanged if omitted or null. */
  readonly title?: InputMaybe<Scalars['String']['input']>;
};

/** Result of `updateLesson`. */
export type UpdateLessonResult = CourseConflict | InvalidInput | UpdateLessonSuccess;

/** The lesson was changed. */
export type UpdateLessonSuccess = {
  readonly __typename?: 'UpdateLessonSuccess';
  /** The updated course. */
  readonly course: Course;
  /** The updated lesson. */
  readonly lesson: Lesson;
};

/** A user with an account. */
export type User = {
  readonly __typename?: 'User';
  /** Opaque. */
  readonly id: Scalars['ID']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Course: Course;
  Enrolment: Enrolment;
  Lesson: Lesson;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Course:
    ( { __typename: 'Course' }
    & GraphQLRecursivePick<FederationTypes['Course'], {"id":true}> );
  Enrolment:
    ( { __typename: 'Enrolment' }
    & GraphQLRecursivePick<FederationTypes['Enrolment'], {"id":true}> );
  Lesson:
    ( { __typename: 'Lesson' }
    & GraphQLRecursivePick<FederationTypes['Lesson'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  AddChapterResult:
    | ( Omit<AddChapterSuccess, 'chapter' | 'course'> & { chapter: _RefType['Chapter'], course: _RefType['Course'] } & { __typename: 'AddChapterSuccess' } )
    | ( Omit<CourseConflict, 'current'> & { current: _RefType['Course'] } & { __typename: 'CourseConflict' } )
    | ( InvalidInput & { __typename: 'InvalidInput' } )
  ;
  AddLessonResult:
    | ( Omit<AddLessonSuccess, 'course' | 'lesson'> & { course: _RefType['Course'], lesson: _RefType['Lesson'] } & { __typename: 'AddLessonSuccess' } )
    | ( Omit<CourseConflict, 'current'> & { current: _RefType['Course'] } & { __typename: 'CourseConflict' } )
    | ( InvalidInput & { __typename: 'InvalidInput' } )
  ;
  CompleteLessonResult:
    | ( Omit<CompleteLessonSuccess, 'enrolment'> & { enrolment: _RefType['Enrolment'] } & { __typename: 'CompleteLessonSuccess' } )
    | ( Omit<NotEnrolled, 'course'> & { course: _RefType['Course'] } & { __typename: 'NotEnrolled' } )
  ;
  CreateCourseResult:
    | ( Omit<CreateCourseSuccess, 'course'> & { course: _RefType['Course'] } & { __typename: 'CreateCourseSuccess' } )
    | ( InvalidInput & { __typename: 'InvalidInput' } )
  ;
  EnrolResult:
    | ( CourseNotOpen & { __typename: 'CourseNotOpen' } )
    | ( Omit<EnrolSuccess, 'enrolment'> & { enrolment: _RefType['Enrolment'] } & { __typename: 'EnrolSuccess' } )
  ;
  MoveChapterResult:
    | ( Omit<CourseConflict, 'current'> & { current: _RefType['Course'] } & { __typename: 'CourseConflict' } )
    | ( InvalidInput & { __typename: 'InvalidInput' } )
    | ( Omit<MoveChapterSuccess, 'chapter' | 'course'> & { chapter: _RefType['Chapter'], course: _RefType['Course'] } & { __typename: 'MoveChapterSuccess' } )
  ;
  MoveLessonResult:
    | ( Omit<CourseConflict, 'current'> & { current: _RefType['Course'] } & { __typename: 'CourseConflict' } )
    | ( InvalidInput & { __typename: 'InvalidInput' } )
    | ( Omit<MoveLessonSuccess, 'course' | 'lesson'> & { course: _RefType['Course'], lesson: _RefType['Lesson'] } & { __typename: 'MoveLessonSuccess' } )
  ;
  PublishCourseResult:
    | ( Omit<CourseConflict, 'current'> & { current: _RefType['Course'] } & { __typename: 'CourseConflict' } )
    | ( CourseWithoutLessons & { __typename: 'CourseWithoutLessons' } )
    | ( Omit<PublishCourseSuccess, 'course'> & { course: _RefType['Course'] } & { __typename: 'PublishCourseSuccess' } )
  ;
  RemoveChapterResult:
    | ( Omit<CourseConflict, 'current'> & { current: _RefType['Course'] } & { __typename: 'CourseConflict' } )
    | ( CourseWithoutLessons & { __typename: 'CourseWithoutLessons' } )
    | ( Omit<LessonsCompleted, 'lessons'> & { lessons: ReadonlyArray<_RefType['Lesson']> } & { __typename: 'LessonsCompleted' } )
    | ( Omit<RemoveChapterSuccess, 'course'> & { course: _RefType['Course'] } & { __typename: 'RemoveChapterSuccess' } )
  ;
  RemoveLessonResult:
    | ( Omit<CourseConflict, 'current'> & { current: _RefType['Course'] } & { __typename: 'CourseConflict' } )
    | ( CourseWithoutLessons & { __typename: 'CourseWithoutLessons' } )
    | ( Omit<LessonsCompleted, 'lessons'> & { lessons: ReadonlyArray<_RefType['Lesson']> } & { __typename: 'LessonsCompleted' } )
    | ( Omit<RemoveLessonSuccess, 'course'> & { course: _RefType['Course'] } & { __typename: 'RemoveLessonSuccess' } )
  ;
  UpdateChapterResult:
    | ( Omit<CourseConflict, 'current'> & { current: _RefType['Course'] } & { __typename: 'CourseConflict' } )
    | ( InvalidInput & { __typename: 'InvalidInput' } )
    | ( Omit<UpdateChapterSuccess, 'chapter' | 'course'> & { chapter: _RefType['Chapter'], course: _RefType['Course'] } & { __typename: 'UpdateChapterSuccess' } )
  ;
  UpdateCourseResult:
    | ( Omit<CourseConflict, 'current'> & { current: _RefType['Course'] } & { __typename: 'CourseConflict' } )
    | ( InvalidInput & { __typename: 'InvalidInput' } )
    | ( Omit<UpdateCourseSuccess, 'course'> & { course: _RefType['Course'] } & { __typename: 'UpdateCourseSuccess' } )
  ;
  UpdateLessonResult:
    | ( Omit<CourseConflict, 'current'> & { current: _RefType['Course'] } & { __typename: 'CourseConflict' } )
    | ( InvalidInput & { __typename: 'InvalidInput' } )
    | ( Omit<UpdateLessonSuccess, 'course' | 'lesson'> & { course: _RefType['Course'], lesson: _RefType['Lesson'] } & { __typename: 'UpdateLessonSuccess' } )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Error:
    | ( Omit<CourseConflict, 'current'> & { current: _RefType['Course'] } )
    | ( CourseNotOpen )
    | ( CourseWithoutLessons )
    | ( InvalidInput )
    | ( Omit<LessonsCompleted, 'lessons'> & { lessons: ReadonlyArray<_RefType['Lesson']> } )
    | ( Omit<NotEnrolled, 'course'> & { course: _RefType['Course'] } )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AddChapterInput: AddChapterInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  AddChapterResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['AddChapterResult']>;
  AddChapterSuccess: ResolverTypeWrapper<Omit<AddChapterSuccess, 'chapter' | 'course'> & { chapter: ResolversTypes['Chapter'], course: ResolversTypes['Course'] }>;
  AddLessonInput: AddLessonInput;
  AddLessonResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['AddLessonResult']>;
  AddLessonSuccess: ResolverTypeWrapper<Omit<AddLessonSuccess, 'course' | 'lesson'> & { course: ResolversTypes['Course'], lesson: ResolversTypes['Lesson'] }>;
  Chapter: ResolverTypeWrapper<ChapterModel>;
  ChapterDraft: ChapterDraft;
  CompleteLessonInput: CompleteLessonInput;
  CompleteLessonResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CompleteLessonResult']>;
  CompleteLessonSuccess: ResolverTypeWrapper<Omit<CompleteLessonSuccess, 'enrolment'> & { enrolment: ResolversTypes['Enrolment'] }>;
  Course: ResolverTypeWrapper<CourseModel>;
  CourseConflict: ResolverTypeWrapper<Omit<CourseConflict, 'current'> & { current: ResolversTypes['Course'] }>;
  CourseConnection: ResolverTypeWrapper<CourseConnectionModel>;
  CourseEdge: ResolverTypeWrapper<Omit<CourseEdge, 'node'> & { node: ResolversTypes['Course'] }>;
  CourseFilter: CourseFilter;
  CourseNotOpen: ResolverTypeWrapper<CourseNotOpen>;
  CourseStatus: CourseStatus;
  CourseWithoutLessons: ResolverTypeWrapper<CourseWithoutLessons>;
  CreateCourseInput: CreateCourseInput;
  CreateCourseResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateCourseResult']>;
  CreateCourseSuccess: ResolverTypeWrapper<Omit<CreateCourseSuccess, 'course'> & { course: ResolversTypes['Course'] }>;
  Cursor: ResolverTypeWrapper<Scalars['Cursor']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  EmailAddress: ResolverTypeWrapper<Scalars['EmailAddress']['output']>;
  EnrolInput: EnrolInput;
  EnrolResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['EnrolResult']>;
  EnrolSuccess: ResolverTypeWrapper<Omit<EnrolSuccess, 'enrolment'> & { enrolment: ResolversTypes['Enrolment'] }>;
  Enrolment: ResolverTypeWrapper<EnrolmentModel>;
  EnrolmentConnection: ResolverTypeWrapper<EnrolmentConnectionModel>;
  EnrolmentEdge: ResolverTypeWrapper<Omit<EnrolmentEdge, 'node'> & { node: ResolversTypes['Enrolment'] }>;
  Error: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Error']>;
  InvalidInput: ResolverTypeWrapper<InvalidInput>;
  Lesson: ResolverTypeWrapper<LessonModel>;
  LessonDraft: LessonDraft;
  LessonsCompleted: ResolverTypeWrapper<Omit<LessonsCompleted, 'lessons'> & { lessons: ReadonlyArray<ResolversTypes['Lesson']> }>;
  MoveChapterInput: MoveChapterInput;
  MoveChapterResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['MoveChapterResult']>;
  MoveChapterSuccess: ResolverTypeWrapper<Omit<MoveChapterSuccess, 'chapter' | 'course'> & { chapter: ResolversTypes['Chapter'], course: ResolversTypes['Course'] }>;
  MoveLessonInput: MoveLessonInput;
  MoveLessonResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['MoveLessonResult']>;
  MoveLessonSuccess: ResolverTypeWrapper<Omit<MoveLessonSuccess, 'course' | 'lesson'> & { course: ResolversTypes['Course'], lesson: ResolversTypes['Lesson'] }>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  MyCourses: ResolverTypeWrapper<PersonModel>;
  NotEnrolled: ResolverTypeWrapper<Omit<NotEnrolled, 'course'> & { course: ResolversTypes['Course'] }>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Progress: ResolverTypeWrapper<ProgressModel>;
  PublishCourseInput: PublishCourseInput;
  PublishCourseResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PublishCourseResult']>;
  PublishCourseSuccess: ResolverTypeWrapper<Omit<PublishCourseSuccess, 'course'> & { course: ResolversTypes['Course'] }>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RemoveChapterInput: RemoveChapterInput;
  RemoveChapterResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RemoveChapterResult']>;
  RemoveChapterSuccess: ResolverTypeWrapper<Omit<RemoveChapterSuccess, 'course'> & { course: ResolversTypes['Course'] }>;
  RemoveLessonInput: RemoveLessonInput;
  RemoveLessonResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RemoveLessonResult']>;
  RemoveLessonSuccess: ResolverTypeWrapper<Omit<RemoveLessonSuccess, 'course'> & { course: ResolversTypes['Course'] }>;
  SafeInt: ResolverTypeWrapper<Scalars['SafeInt']['output']>;
  UpdateChapterInput: UpdateChapterInput;
  UpdateChapterResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UpdateChapterResult']>;
  UpdateChapterSuccess: ResolverTypeWrapper<Omit<UpdateChapterSuccess, 'chapter' | 'course'> & { chapter: ResolversTypes['Chapter'], course: ResolversTypes['Course'] }>;
  UpdateCourseInput: UpdateCourseInput;
  UpdateCourseResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UpdateCourseResult']>;
  UpdateCourseSuccess: ResolverTypeWrapper<Omit<UpdateCourseSuccess, 'course'> & { course: ResolversTypes['Course'] }>;
  UpdateLessonInput: UpdateLessonInput;
  UpdateLessonResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UpdateLessonResult']>;
  UpdateLessonSuccess: ResolverTypeWrapper<Omit<UpdateLessonSuccess, 'course' | 'lesson'> & { course: ResolversTypes['Course'], lesson: ResolversTypes['Lesson'] }>;
  User: ResolverTypeWrapper<User>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AddChapterInput: AddChapterInput;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  String: Scalars['String']['output'];
  AddChapterResult: ResolversUnionTypes<ResolversParentTypes>['AddChapterResult'];
  AddChapterSuccess: Omit<AddChapterSuccess, 'chapter' | 'course'> & { chapter: ResolversParentTypes['Chapter'], course: ResolversParentTypes['Course'] };
  AddLessonInput: AddLessonInput;
  AddLessonResult: ResolversUnionTypes<ResolversParentTypes>['AddLessonResult'];
  AddLessonSuccess: Omit<AddLessonSuccess, 'course' | 'lesson'> & { course: ResolversParentTypes['Course'], lesson: ResolversParentTypes['Lesson'] };
  Chapter: ChapterModel;
  ChapterDraft: ChapterDraft;
  CompleteLessonInput: CompleteLessonInput;
  CompleteLessonResult: ResolversUnionTypes<ResolversParentTypes>['CompleteLessonResult'];
  CompleteLessonSuccess: Omit<CompleteLessonSuccess, 'enrolment'> & { enrolment: ResolversParentTypes['Enrolment'] };
  Course: CourseModel;
  CourseConflict: Omit<CourseConflict, 'current'> & { current: ResolversParentTypes['Course'] };
  CourseConnection: CourseConnectionModel;
  CourseEdge: Omit<CourseEdge, 'node'> & { node: ResolversParentTypes['Course'] };
  CourseFilter: CourseFilter;
  CourseNotOpen: CourseNotOpen;
  CourseWithoutLessons: CourseWithoutLessons;
  CreateCourseInput: CreateCourseInput;
  CreateCourseResult: ResolversUnionTypes<ResolversParentTypes>['CreateCourseResult'];
  CreateCourseSuccess: Omit<CreateCourseSuccess, 'course'> & { course: ResolversParentTypes['Course'] };
  Cursor: Scalars['Cursor']['output'];
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  EmailAddress: Scalars['EmailAddress']['output'];
  EnrolInput: EnrolInput;
  EnrolResult: ResolversUnionTypes<ResolversParentTypes>['EnrolResult'];
  EnrolSuccess: Omit<EnrolSuccess, 'enrolment'> & { enrolment: ResolversParentTypes['Enrolment'] };
  Enrolment: EnrolmentModel;
  EnrolmentConnection: EnrolmentConnectionModel;
  EnrolmentEdge: Omit<EnrolmentEdge, 'node'> & { node: ResolversParentTypes['Enrolment'] };
  Error: ResolversInterfaceTypes<ResolversParentTypes>['Error'];
  InvalidInput: InvalidInput;
  Lesson: LessonModel;
  LessonDraft: LessonDraft;
  LessonsCompleted: Omit<LessonsCompleted, 'lessons'> & { lessons: ReadonlyArray<ResolversParentTypes['Lesson']> };
  MoveChapterInput: MoveChapterInput;
  MoveChapterResult: ResolversUnionTypes<ResolversParentTypes>['MoveChapterResult'];
  MoveChapterSuccess: Omit<MoveChapterSuccess, 'chapter' | 'course'> & { chapter: ResolversParentTypes['Chapter'], course: ResolversParentTypes['Course'] };
  MoveLessonInput: MoveLessonInput;
  MoveLessonResult: ResolversUnionTypes<ResolversParentTypes>['MoveLessonResult'];
  MoveLessonSuccess: Omit<MoveLessonSuccess, 'course' | 'lesson'> & { course: ResolversParentTypes['Course'], lesson: ResolversParentTypes['Lesson'] };
  Mutation: Record<PropertyKey, never>;
  MyCourses: PersonModel;
  NotEnrolled: Omit<NotEnrolled, 'course'> & { course: ResolversParentTypes['Course'] };
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  Progress: ProgressModel;
  PublishCourseInput: PublishCourseInput;
  PublishCourseResult: ResolversUnionTypes<ResolversParentTypes>['PublishCourseResult'];
  PublishCourseSuccess: Omit<PublishCourseSuccess, 'course'> & { course: ResolversParentTypes['Course'] };
  Query: Record<PropertyKey, never>;
  RemoveChapterInput: RemoveChapterInput;
  RemoveChapterResult: ResolversUnionTypes<ResolversParentTypes>['RemoveChapterResult'];
  RemoveChapterSuccess: Omit<RemoveChapterSuccess, 'course'> & { course: ResolversParentTypes['Course'] };
  RemoveLessonInput: RemoveLessonInput;
  RemoveLessonResult: ResolversUnionTypes<ResolversParentTypes>['RemoveLessonResult'];
  RemoveLessonSuccess: Omit<RemoveLessonSuccess, 'course'> & { course: ResolversParentTypes['Course'] };
  SafeInt: Scalars['SafeInt']['output'];
  UpdateChapterInput: UpdateChapterInput;
  UpdateChapterResult: ResolversUnionTypes<ResolversParentTypes>['UpdateChapterResult'];
  UpdateChapterSuccess: Omit<UpdateChapterSuccess, 'chapter' | 'course'> & { chapter: ResolversParentTypes['Chapter'], course: ResolversParentTypes['Course'] };
  UpdateCourseInput: UpdateCourseInput;
  UpdateCourseResult: ResolversUnionTypes<ResolversParentTypes>['UpdateCourseResult'];
  UpdateCourseSuccess: Omit<UpdateCourseSuccess, 'course'> & { course: ResolversParentTypes['Course'] };
  UpdateLessonInput: UpdateLessonInput;
  UpdateLessonResult: ResolversUnionTypes<ResolversParentTypes>['UpdateLessonResult'];
  UpdateLessonSuccess: Omit<UpdateLessonSuccess, 'course' | 'lesson'> & { course: ResolversParentTypes['Course'], lesson: ResolversParentTypes['Lesson'] };
  User: User;
};

export type AddChapterResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddChapterResult'] = ResolversParentTypes['AddChapterResult']> = {
  __resolveType: TypeResolveFn<'AddChapterSuccess' | 'CourseConflict' | 'InvalidInput', ParentType, ContextType>;
};

export type AddChapterSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddChapterSuccess'] = ResolversParentTypes['AddChapterSuccess']> = {
  chapter?: Resolver<ResolversTypes['Chapter'], ParentType, ContextType>;
  course?: Resolver<ResolversTypes['Course'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AddLessonResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddLessonResult'] = ResolversParentTypes['AddLessonResult']> = {
  __resolveType: TypeResolveFn<'AddLessonSuccess' | 'CourseConflict' | 'InvalidInput', ParentType, ContextType>;
};

export type AddLessonSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddLessonSuccess'] = ResolversParentTypes['AddLessonSuccess']> = {
  course?: Resolver<ResolversTypes['Course'], ParentType, ContextType>;
  lesson?: Resolver<ResolversTypes['Lesson'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChapterResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Chapter'] = ResolversParentTypes['Chapter']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lessons?: Resolver<ReadonlyArray<ResolversTypes['Lesson']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CompleteLessonResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CompleteLessonResult'] = ResolversParentTypes['CompleteLessonResult']> = {
  __resolveType: TypeResolveFn<'CompleteLessonSuccess' | 'NotEnrolled', ParentType, ContextType>;
};

export type CompleteLessonSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CompleteLessonSuccess'] = ResolversParentTypes['CompleteLessonSuccess']> = {
  enrolment?: Resolver<ResolversTypes['Enrolment'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CourseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Course'] = ResolversParentTypes['Course'], FederationReferenceType extends FederationReferenceTypes['Course'] = FederationReferenceTypes['Course']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Course']> | FederationReferenceType, FederationReferenceType, ContextType>;
  chapters?: Resolver<ReadonlyArray<ResolversTypes['Chapter']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  enrolments?: Resolver<Maybe<ResolversTypes['EnrolmentConnection']>, ParentType, ContextType, Partial<CourseEnrolmentsArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instructor?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  lessonCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  myEnrolment?: Resolver<Maybe<ResolversTypes['Enrolment']>, ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CourseStatus'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CourseConflictResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CourseConflict'] = ResolversParentTypes['CourseConflict']> = {
  current?: Resolver<ResolversTypes['Course'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  yours?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CourseConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CourseConnection'] = ResolversParentTypes['CourseConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CourseEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Course']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CourseEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CourseEdge'] = ResolversParentTypes['CourseEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Course'], ParentType, ContextType>;
};

export type CourseNotOpenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CourseNotOpen'] = ResolversParentTypes['CourseNotOpen']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CourseWithoutLessonsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CourseWithoutLessons'] = ResolversParentTypes['CourseWithoutLessons']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateCourseResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateCourseResult'] = ResolversParentTypes['CreateCourseResult']> = {
  __resolveType: TypeResolveFn<'CreateCourseSuccess' | 'InvalidInput', ParentType, ContextType>;
};

export type CreateCourseSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateCourseSuccess'] = ResolversParentTypes['CreateCourseSuccess']> = {
  course?: Resolver<ResolversTypes['Course'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface CursorScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Cursor'], any> {
  name: 'Cursor';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export interface EmailAddressScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['EmailAddress'], any> {
  name: 'EmailAddress';
}

export type EnrolResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnrolResult'] = ResolversParentTypes['EnrolResult']> = {
  __resolveType: TypeResolveFn<'CourseNotOpen' | 'EnrolSuccess', ParentType, ContextType>;
};

export type EnrolSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnrolSuccess'] = ResolversParentTypes['EnrolSuccess']> = {
  enrolment?: Resolver<ResolversTypes['Enrolment'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EnrolmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Enrolment'] = ResolversParentTypes['Enrolment'], FederationReferenceType extends FederationReferenceTypes['Enrolment'] = FederationReferenceTypes['Enrolment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Enrolment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  course?: Resolver<ResolversTypes['Course'], ParentType, ContextType>;
  enrolledAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  learner?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  progress?: Resolver<ResolversTypes['Progress'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EnrolmentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnrolmentConnection'] = ResolversParentTypes['EnrolmentConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['EnrolmentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Enrolment']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EnrolmentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnrolmentEdge'] = ResolversParentTypes['EnrolmentEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Enrolment'], ParentType, ContextType>;
};

export type ErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Error'] = ResolversParentTypes['Error']> = {
  __resolveType: TypeResolveFn<'CourseConflict' | 'CourseNotOpen' | 'CourseWithoutLessons' | 'InvalidInput' | 'LessonsCompleted' | 'NotEnrolled', ParentType, ContextType>;
};

export type InvalidInputResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidInput'] = ResolversParentTypes['InvalidInput']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LessonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Lesson'] = ResolversParentTypes['Lesson'], FederationReferenceType extends FederationReferenceTypes['Lesson'] = FederationReferenceTypes['Lesson']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Lesson']> | FederationReferenceType, FederationReferenceType, ContextType>;
  body?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  chapter?: Resolver<ResolversTypes['Chapter'], ParentType, ContextType>;
  completedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  course?: Resolver<ResolversTypes['Course'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LessonsCompletedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LessonsCompleted'] = ResolversParentTypes['LessonsCompleted']> = {
  lessons?: Resolver<ReadonlyArray<ResolversTypes['Lesson']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MoveChapterResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MoveChapterResult'] = ResolversParentTypes['MoveChapterResult']> = {
  __resolveType: TypeResolveFn<'CourseConflict' | 'InvalidInput' | 'MoveChapterSuccess', ParentType, ContextType>;
};

export type MoveChapterSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MoveChapterSuccess'] = ResolversParentTypes['MoveChapterSuccess']> = {
  chapter?: Resolver<ResolversTypes['Chapter'], ParentType, ContextType>;
  course?: Resolver<ResolversTypes['Course'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MoveLessonResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MoveLessonResult'] = ResolversParentTypes['MoveLessonResult']> = {
  __resolveType: TypeResolveFn<'CourseConflict' | 'InvalidInput' | 'MoveLessonSuccess', ParentType, ContextType>;
};

export type MoveLessonSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MoveLessonSuccess'] = ResolversParentTypes['MoveLessonSuccess']> = {
  course?: Resolver<ResolversTypes['Course'], ParentType, ContextType>;
  lesson?: Resolver<ResolversTypes['Lesson'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addChapter?: Resolver<ResolversTypes['AddChapterResult'], ParentType, ContextType, RequireFields<MutationAddChapterArgs, 'input'>>;
  addLesson?: Resolver<ResolversTypes['AddLessonResult'], ParentType, ContextType, RequireFields<MutationAddLessonArgs, 'input'>>;
  completeLesson?: Resolver<ResolversTypes['CompleteLessonResult'], ParentType, ContextType, RequireFields<MutationCompleteLessonArgs, 'input'>>;
  createCourse?: Resolver<ResolversTypes['CreateCourseResult'], ParentType, ContextType, RequireFields<MutationCreateCourseArgs, 'input'>>;
  enrol?: Resolver<ResolversTypes['EnrolResult'], ParentType, ContextType, RequireFields<MutationEnrolArgs, 'input'>>;
  moveChapter?: Resolver<ResolversTypes['MoveChapterResult'], ParentType, ContextType, RequireFields<MutationMoveChapterArgs, 'input'>>;
  moveLesson?: Resolver<ResolversTypes['MoveLessonResult'], ParentType, ContextType, RequireFields<MutationMoveLessonArgs, 'input'>>;
  publishCourse?: Resolver<ResolversTypes['PublishCourseResult'], ParentType, ContextType, RequireFields<MutationPublishCourseArgs, 'input'>>;
  removeChapter?: Resolver<ResolversTypes['RemoveChapterResult'], ParentType, ContextType, RequireFields<MutationRemoveChapterArgs, 'input'>>;
  removeLesson?: Resolver<ResolversTypes['RemoveLessonResult'], ParentType, ContextType, RequireFields<MutationRemoveLessonArgs, 'input'>>;
  updateChapter?: Resolver<ResolversTypes['UpdateChapterResult'], ParentType, ContextType, RequireFields<MutationUpdateChapterArgs, 'input'>>;
  updateCourse?: Resolver<ResolversTypes['UpdateCourseResult'], ParentType, ContextType, RequireFields<MutationUpdateCourseArgs, 'input'>>;
  updateLesson?: Resolver<ResolversTypes['UpdateLessonResult'], ParentType, ContextType, RequireFields<MutationUpdateLessonArgs, 'input'>>;
};

export type MyCoursesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MyCourses'] = ResolversParentTypes['MyCourses']> = {
  taking?: Resolver<ResolversTypes['EnrolmentConnection'], ParentType, ContextType, Partial<MyCoursesTakingArgs>>;
  teaching?: Resolver<ResolversTypes['CourseConnection'], ParentType, ContextType, Partial<MyCoursesTeachingArgs>>;
};

export type NotEnrolledResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotEnrolled'] = ResolversParentTypes['NotEnrolled']> = {
  course?: Resolver<ResolversTypes['Course'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ProgressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Progress'] = ResolversParentTypes['Progress']> = {
  completedLessons?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lastCompletedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  percentage?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  totalLessons?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PublishCourseResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublishCourseResult'] = ResolversParentTypes['PublishCourseResult']> = {
  __resolveType: TypeResolveFn<'CourseConflict' | 'CourseWithoutLessons' | 'PublishCourseSuccess', ParentType, ContextType>;
};

export type PublishCourseSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublishCourseSuccess'] = ResolversParentTypes['PublishCourseSuccess']> = {
  course?: Resolver<ResolversTypes['Course'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  course?: Resolver<Maybe<ResolversTypes['Course']>, ParentType, ContextType, RequireFields<QueryCourseArgs, 'id'>>;
  courses?: Resolver<ResolversTypes['CourseConnection'], ParentType, ContextType, Partial<QueryCoursesArgs>>;
  lesson?: Resolver<Maybe<ResolversTypes['Lesson']>, ParentType, ContextType, RequireFields<QueryLessonArgs, 'id'>>;
  myCourses?: Resolver<ResolversTypes['MyCourses'], ParentType, ContextType>;
};

export type RemoveChapterResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveChapterResult'] = ResolversParentTypes['RemoveChapterResult']> = {
  __resolveType: TypeResolveFn<'CourseConflict' | 'CourseWithoutLessons' | 'LessonsCompleted' | 'RemoveChapterSuccess', ParentType, ContextType>;
};

export type RemoveChapterSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveChapterSuccess'] = ResolversParentTypes['RemoveChapterSuccess']> = {
  course?: Resolver<ResolversTypes['Course'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RemoveLessonResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveLessonResult'] = ResolversParentTypes['RemoveLessonResult']> = {
  __resolveType: TypeResolveFn<'CourseConflict' | 'CourseWithoutLessons' | 'LessonsCompleted' | 'RemoveLessonSuccess', ParentType, ContextType>;
};

export type RemoveLessonSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveLessonSuccess'] = ResolversParentTypes['RemoveLessonSuccess']> = {
  course?: Resolver<ResolversTypes['Course'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface SafeIntScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['SafeInt'], any> {
  name: 'SafeInt';
}

export type UpdateChapterResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateChapterResult'] = ResolversParentTypes['UpdateChapterResult']> = {
  __resolveType: TypeResolveFn<'CourseConflict' | 'InvalidInput' | 'UpdateChapterSuccess', ParentType, ContextType>;
};

export type UpdateChapterSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateChapterSuccess'] = ResolversParentTypes['UpdateChapterSuccess']> = {
  chapter?: Resolver<ResolversTypes['Chapter'], ParentType, ContextType>;
  course?: Resolver<ResolversTypes['Course'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateCourseResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateCourseResult'] = ResolversParentTypes['UpdateCourseResult']> = {
  __resolveType: TypeResolveFn<'CourseConflict' | 'InvalidInput' | 'UpdateCourseSuccess', ParentType, ContextType>;
};

export type UpdateCourseSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateCourseSuccess'] = ResolversParentTypes['UpdateCourseSuccess']> = {
  course?: Resolver<ResolversTypes['Course'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateLessonResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateLessonResult'] = ResolversParentTypes['UpdateLessonResult']> = {
  __resolveType: TypeResolveFn<'CourseConflict' | 'InvalidInput' | 'UpdateLessonSuccess', ParentType, ContextType>;
};

export type UpdateLessonSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateLessonSuccess'] = ResolversParentTypes['UpdateLessonSuccess']> = {
  course?: Resolver<ResolversTypes['Course'], ParentType, ContextType>;
  lesson?: Resolver<ResolversTypes['Lesson'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AddChapterResult?: AddChapterResultResolvers<ContextType>;
  AddChapterSuccess?: AddChapterSuccessResolvers<ContextType>;
  AddLessonResult?: AddLessonResultResolvers<ContextType>;
  AddLessonSuccess?: AddLessonSuccessResolvers<ContextType>;
  Chapter?: ChapterResolvers<ContextType>;
  CompleteLessonResult?: CompleteLessonResultResolvers<ContextType>;
  CompleteLessonSuccess?: CompleteLessonSuccessResolvers<ContextType>;
  Course?: CourseResolvers<ContextType>;
  CourseConflict?: CourseConflictResolvers<ContextType>;
  CourseConnection?: CourseConnectionResolvers<ContextType>;
  CourseEdge?: CourseEdgeResolvers<ContextType>;
  CourseNotOpen?: CourseNotOpenResolvers<ContextType>;
  CourseWithoutLessons?: CourseWithoutLessonsResolvers<ContextType>;
  CreateCourseResult?: CreateCourseResultResolvers<ContextType>;
  CreateCourseSuccess?: CreateCourseSuccessResolvers<ContextType>;
  Cursor?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  EmailAddress?: GraphQLScalarType;
  EnrolResult?: EnrolResultResolvers<ContextType>;
  EnrolSuccess?: EnrolSuccessResolvers<ContextType>;
  Enrolment?: EnrolmentResolvers<ContextType>;
  EnrolmentConnection?: EnrolmentConnectionResolvers<ContextType>;
  EnrolmentEdge?: EnrolmentEdgeResolvers<ContextType>;
  Error?: ErrorResolvers<ContextType>;
  InvalidInput?: InvalidInputResolvers<ContextType>;
  Lesson?: LessonResolvers<ContextType>;
  LessonsCompleted?: LessonsCompletedResolvers<ContextType>;
  MoveChapterResult?: MoveChapterResultResolvers<ContextType>;
  MoveChapterSuccess?: MoveChapterSuccessResolvers<ContextType>;
  MoveLessonResult?: MoveLessonResultResolvers<ContextType>;
  MoveLessonSuccess?: MoveLessonSuccessResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  MyCourses?: MyCoursesResolvers<ContextType>;
  NotEnrolled?: NotEnrolledResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Progress?: ProgressResolvers<ContextType>;
  PublishCourseResult?: PublishCourseResultResolvers<ContextType>;
  PublishCourseSuccess?: PublishCourseSuccessResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RemoveChapterResult?: RemoveChapterResultResolvers<ContextType>;
  RemoveChapterSuccess?: RemoveChapterSuccessResolvers<ContextType>;
  RemoveLessonResult?: RemoveLessonResultResolvers<ContextType>;
  RemoveLessonSuccess?: RemoveLessonSuccessResolvers<ContextType>;
  SafeInt?: GraphQLScalarType;
  UpdateChapterResult?: UpdateChapterResultResolvers<ContextType>;
  UpdateChapterSuccess?: UpdateChapterSuccessResolvers<ContextType>;
  UpdateCourseResult?: UpdateCourseResultResolvers<ContextType>;
  UpdateCourseSuccess?: UpdateCourseSuccessResolvers<ContextType>;
  UpdateLessonResult?: UpdateLessonResultResolvers<ContextType>;
  UpdateLessonSuccess?: UpdateLessonSuccessResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
};

