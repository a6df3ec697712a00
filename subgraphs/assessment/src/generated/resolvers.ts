import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { EntityReference } from '@lyceum/subgraph';
import type { QuestionBank as QuestionBankModel } from '../question-bank/question-bank.ts';
import type { ImportJob as ImportJobModel, ImportProgress as ImportProgressModel } from '../question-import/question-import.ts';
import type { Question as QuestionModel, SingleChoiceContent as SingleChoiceModel, MultipleChoiceContent as MultipleChoiceModel, TrueFalseContent as TrueFalseModel, ShortAnswerContent as ShortAnswerModel, NumericalContent as NumericalModel, MatchingContent as MatchingModel } from '../question/question.ts';
import type { QuestionBankConnection as QuestionBankConnectionModel } from '../question-bank/question-bank.resolvers.ts';
import type { QuestionConnection as QuestionConnectionModel } from '../question/question.resolvers.ts';
import type { AttemptConnection as AttemptConnectionModel, ShownItem as AttemptItemModel } from '../attempt/attempt.resolvers.ts';
import type { GradeConnection as GradeConnectionModel } from '../grade/grade.resolvers.ts';
import type { Exam as ExamModel, ExamSection as ExamSectionModel } from '../exam/exam.ts';
import type { Attempt as AttemptModel } from '../attempt/attempt.ts';
import type { OptionChoices as OptionChoicesModel, MatchChoices as MatchChoicesModel } from '../attempt/item-choices.ts';
import type { Grade as GradeModel } from '../grade/grade.ts';
import type { GradeChange as GradeChangeModel } from '../grade/grade.service.ts';
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

/** An accepted interval, including its bounds. */
export type AcceptedNumber = {
  readonly __typename?: 'AcceptedNumber';
  /** Null for none. */
  readonly feedback: Maybe<FormattedText>;
  /** Fraction of the item's points. */
  readonly fraction: Scalars['Decimal']['output'];
  /** Upper bound; null for none. */
  readonly max: Maybe<Scalars['Decimal']['output']>;
  /** Lower bound; null for none. */
  readonly min: Maybe<Scalars['Decimal']['output']>;
};

/** An accepted answer. */
export type AcceptedText = {
  readonly __typename?: 'AcceptedText';
  /** Null for none. */
  readonly feedback: Maybe<FormattedText>;
  /** Fraction of the item's points. */
  readonly fraction: Scalars['Decimal']['output'];
  /** `*` matches any sequence of characters, `\*` an asterisk. */
  readonly pattern: Scalars['String']['output'];
};

/** The attempt was already submitted, with another key. */
export type AlreadySubmitted = Error & {
  readonly __typename?: 'AlreadySubmitted';
  /** The current attempt. */
  readonly attempt: Attempt;
  /** Human-readable explanation. */
  readonly message: Scalars['String']['output'];
};

/** One learner's attempt at an exam. Visible to the learner and to the course's teachers. */
export type Attempt = {
  readonly __typename?: 'Attempt';
  /** Null while in progress. */
  readonly closedBy: Maybe<AttemptCloser>;
  /** Responses are accepted until this time, by the server's clock; null for no limit. */
  readonly deadlineAt: Maybe<Scalars['DateTime']['output']>;
  /** The exam. */
  readonly exam: Exam;
  /** Opaque. */
  readonly id: Scalars['ID']['output'];
  /** Its questions, in the order shown to the learner. */
  readonly items: ReadonlyArray<AttemptItem>;
  /** The learner; null while the identity subgraph is unavailable. */
  readonly learner: Maybe<User>;
  /** Number of this attempt among the learner's attempts at the exam, from 1. */
  readonly number: Scalars['Int']['output'];
  /** The result so far; null while in progress. */
  readonly result: Maybe<AttemptResult>;
  /** The server's time at this response. Use it instead of the device's clock to show the remaining time. */
  readonly serverTime: Scalars['DateTime']['output'];
  /** When it was started, by the server's clock. */
  readonly startedAt: Scalars['DateTime']['output'];
  /** Current state. */
  readonly status: AttemptStatus;
  /** Null while in progress. */
  readonly submittedAt: Maybe<Scalars['DateTime']['output']>;
  /** Incremented by every change of status and every review. */
  readonly version: Scalars['Int']['output'];
};

/** The attempt accepts no more responses: it was submitted, or its deadline has passed. */
export type AttemptClosed = Error & {
  readonly __typename?: 'AttemptClosed';
  /** The current attempt. */
  readonly attempt: Attempt;
  /** Human-readable explanation. */
  readonly message: Scalars['String']['output'];
};

/** What closed an attempt. */
export type AttemptCloser =
  /** Its deadline passed; the responses saved until then were submitted. */
  | 'DEADLINE'
  /** The learner submitted it. */
  | 'LEARNER';

/** A page of a list. */
export type AttemptConnection = {
  readonly __typename?: 'AttemptConnection';
  /** The nodes, each with its cursor. */
  readonly edges: ReadonlyArray<AttemptEdge>;
  /** The items on this page. */
  readonly nodes: ReadonlyArray<Attempt>;
  /** The page's position in the whole list. */
  readonly pageInfo: PageInfo;
  /** Number of attempts in the whole list. */
  readonly totalCount: Scalars['Int']['output'];
};

/** An item of the list and its cursor. */
export type AttemptEdge = {
  readonly __typename?: 'AttemptEdge';
  /** Pass it as `after` to continue from here. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The item. */
  readonly node: Attempt;
};

/** One question of an attempt, as shown to the learner. */
export type AttemptItem = {
  readonly __typename?: 'AttemptItem';
  /** The choices, in this attempt's order; null for kinds that are answered in writing. */
  readonly choices: Maybe<ItemChoices>;
  /** Opaque; pass it as `itemId` when saving a response. */
  readonly id: Scalars['ID']['output'];
  /** The kind of response it takes. */
  readonly kind: QuestionKind;
  /** Points for a fully correct response. */
  readonly points: Scalars['Decimal']['output'];
  /** Position in the attempt, from 1. */
  readonly position: Scalars['Int']['output'];
  /** The saved response; null if there is none. */
  readonly response: Maybe<ItemResponse>;
  /** Null while the attempt is in progress or the item awaits review. */
  readonly result: Maybe<ItemResult>;
  /** Null before the first save. */
  readonly savedAt: Maybe<Scalars['DateTime']['output']>;
  /** The exam section it was drawn for. */
  readonly section: ExamSection;
  /** Sequence number of the latest accepted save; 0 before the first. */
  readonly sequence: Scalars['SafeInt']['output'];
  /** The question text. */
  readonly stem: FormattedText;
};

/** The result of an attempt. Points are rounded once, half up, to 2 decimals. */
export type AttemptResult = {
  readonly __typename?: 'AttemptResult';
  /** False while an item must still be graded by a person; until then it counts 0. */
  readonly complete: Scalars['Boolean']['output'];
  /** Total points of all items. */
  readonly maxScore: Scalars['Decimal']['output'];
  /** 0 to 100. */
  readonly percentage: Scalars['Decimal']['output'];
  /** Points awarded so far. */
  readonly score: Scalars['Decimal']['output'];
};

/** The state of an attempt. */
export type AttemptStatus =
  /** Every item is graded. */
  | 'GRADED'
  /** Open; responses can be saved. */
  | 'IN_PROGRESS'
  /** Submitted but not yet graded. Transient: grading is part of the same transaction. */
  | 'SUBMITTED'
  /** Some items must still be graded by a person. */
  | 'UNDER_REVIEW';

/** An option and its share of the points. */
export type ChoiceOption = {
  readonly __typename?: 'ChoiceOption';
  /** Null for none. */
  readonly feedback: Maybe<FormattedText>;
  /** Fraction of the item's points: 1 is all of them, a negative value deducts. */
  readonly fraction: Scalars['Decimal']['output'];
  /** Unique within its question. */
  readonly id: Scalars['ID']['output'];
  /** The option's text. */
  readonly text: FormattedText;
};

export type Course = {
  readonly __typename?: 'Course';
  /** The exams of the course, at most 200, oldest first; drafts only for the course's teachers. Empty for viewers who are not in the course; null while the assessment subgraph is unavailable. */
  readonly exams: Maybe<ReadonlyArray<Exam>>;
  /** The grades of the course: all of them for its teachers, their own for learners. For others, null with the error FORBIDDEN. Also null while the assessment subgraph is unavailable. */
  readonly grades: Maybe<GradeConnection>;
  /** Opaque. */
  readonly id: Scalars['ID']['output'];
};


export type CourseGradesArgs = {
  after: InputMaybe<Scalars['Cursor']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
};

/** Input of `createExam`. */
export type CreateExamInput = {
  /** 1 to 20. */
  readonly attemptsAllowed: Scalars['Int']['input'];
  /** Every attempt ends by this time; null for no bound. */
  readonly closesAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** A course that you teach. */
  readonly courseId: Scalars['ID']['input'];
  /** No attempt can be started before this time; null for no bound. */
  readonly opensAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** 1 to 50 sections, which together draw at most 500 questions. */
  readonly sections: ReadonlyArray<ExamSectionInput>;
  /** In seconds, 30 to 86400; null for no limit. */
  readonly timeLimitSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 200 characters. */
  readonly title: Scalars['String']['input'];
};

/** Result of `createExam`. */
export type CreateExamResult = CreateExamSuccess | InvalidInput;

/** `createExam` succeeded. */
export type CreateExamSuccess = {
  readonly __typename?: 'CreateExamSuccess';
  /** The new draft. */
  readonly exam: Exam;
};

/** Input of `createQuestionBank`. */
export type CreateQuestionBankInput = {
  /** 1 to 200 characters. */
  readonly name: Scalars['String']['input'];
};

/** Result of `createQuestionBank`. */
export type CreateQuestionBankResult = CreateQuestionBankSuccess | InvalidInput;

/** `createQuestionBank` succeeded. */
export type CreateQuestionBankSuccess = {
  readonly __typename?: 'CreateQuestionBankSuccess';
  /** The new, empty bank. */
  readonly bank: QuestionBank;
};

/** The deadline passed first: the attempt was closed with the responses saved until then. */
export type DeadlinePassed = Error & {
  readonly __typename?: 'DeadlinePassed';
  /** The closed attempt. */
  readonly attempt: Attempt;
  /** Human-readable explanation. */
  readonly message: Scalars['String']['output'];
};

/** An expected failure of a mutation. Each failure has its own type, with the data needed to handle it. */
export type Error = {
  /** Human-readable: what is wrong, and what would be accepted. */
  readonly message: Scalars['String']['output'];
};

/** An exam of a course. Visible to the course's teachers, and to its learners once published. */
export type Exam = {
  readonly __typename?: 'Exam';
  /** All attempts, ordered by start. Only for the course's teachers; for others, null with the error FORBIDDEN. */
  readonly attempts: Maybe<AttemptConnection>;
  /** Number of attempts per learner; the best one counts. */
  readonly attemptsAllowed: Scalars['Int']['output'];
  /** Every attempt ends by this time; null for no bound. */
  readonly closesAt: Maybe<Scalars['DateTime']['output']>;
  /** The course it belongs to; null while the course subgraph is unavailable. */
  readonly course: Maybe<Course>;
  /** Opaque. */
  readonly id: Scalars['ID']['output'];
  /** The viewer's own attempts, ordered by start. */
  readonly myAttempts: ReadonlyArray<Attempt>;
  /** No attempt can be started before this time; null for no bound. */
  readonly opensAt: Maybe<Scalars['DateTime']['output']>;
  /** Null for a draft. */
  readonly publishedAt: Maybe<Scalars['DateTime']['output']>;
  /** Its sections, in order. */
  readonly sections: ReadonlyArray<ExamSection>;
  /** Whether it is open to learners. */
  readonly status: ExamStatus;
  /** Seconds from the start of an attempt to its deadline; null for no limit. */
  readonly timeLimitSeconds: Maybe<Scalars['Int']['output']>;
  /** As written by its author. */
  readonly title: Scalars['String']['output'];
  /** Total points of all items. */
  readonly totalPoints: Scalars['Decimal']['output'];
  /** Incremented by every change. */
  readonly version: Scalars['Int']['output'];
};


/** An exam of a course. Visible to the course's teachers, and to its learners once published. */
export type ExamAttemptsArgs = {
  after: InputMaybe<Scalars['Cursor']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
};

/** A published exam cannot be changed, because learners may be taking it. */
export type ExamAlreadyPublished = Error & {
  readonly __typename?: 'ExamAlreadyPublished';
  /** The current exam. */
  readonly exam: Exam;
  /** Human-readable explanation. */
  readonly message: Scalars['String']['output'];
};

/** Someone else changed the exam since you read it. Nothing was changed. */
export type ExamConflict = Error & {
  readonly __typename?: 'ExamConflict';
  /** The current exam. */
  readonly current: Exam;
  /** Human-readable explanation. */
  readonly message: Scalars['String']['output'];
  /** The `expectedVersion` you sent. */
  readonly yours: Scalars['Int']['output'];
};

/** The exam is not open for attempts now. */
export type ExamNotOpen = Error & {
  readonly __typename?: 'ExamNotOpen';
  /** Null for no bound. */
  readonly closesAt: Maybe<Scalars['DateTime']['output']>;
  /** Human-readable explanation. */
  readonly message: Scalars['String']['output'];
  /** Null for no bound. */
  readonly opensAt: Maybe<Scalars['DateTime']['output']>;
};

/** A part of an exam that draws its items from a question bank. */
export type ExamSection = {
  readonly __typename?: 'ExamSection';
  /** The bank it draws from; null if the viewer may not see the bank. */
  readonly bank: Maybe<QuestionBank>;
  /** The category it draws from, including subcategories; null for the whole bank, or if the viewer may not see the bank. */
  readonly category: Maybe<Scalars['String']['output']>;
  /** Number of questions drawn at random for each attempt. */
  readonly drawCount: Scalars['Int']['output'];
  /** Opaque. */
  readonly id: Scalars['ID']['output'];
  /** Points for each of its items. */
  readonly pointsPerItem: Scalars['Decimal']['output'];
  /** Whether the items are shown in random order. */
  readonly shuffleItems: Scalars['Boolean']['output'];
  /** As written by its author. */
  readonly title: Scalars['String']['output'];
};

/** A section of an exam. */
export type ExamSectionInput = {
  /** Your own question bank. */
  readonly bankId: Scalars['ID']['input'];
  /** Draw from this category and its subcategories; from the whole bank if omitted. */
  readonly category?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 200. */
  readonly drawCount: Scalars['Int']['input'];
  /** The id of the section of this exam to replace, which keeps its id; omit it for a new section. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /** More than 0, at most 1000, with at most 2 decimals. */
  readonly pointsPerItem: Scalars['Decimal']['input'];
  /** Whether its items are shown in random order. */
  readonly shuffleItems: Scalars['Boolean']['input'];
  /** 1 to 200 characters. */
  readonly title: Scalars['String']['input'];
};

/** The state of an exam. */
export type ExamStatus =
  /** In preparation; visible only to the course's teachers. */
  | 'DRAFT'
  /** Open to the course's learners. Its questions can no longer change. */
  | 'PUBLISHED';

/** Text as written by its author, and its markup. */
export type FormattedText = {
  readonly __typename?: 'FormattedText';
  /** The markup of `text`. */
  readonly format: TextFormat;
  /** As written by its author. */
  readonly text: Scalars['String']['output'];
};

/** A learner's grade in an exam: that of their best graded attempt. Visible to the learner and to the course's teachers. */
export type Grade = {
  readonly __typename?: 'Grade';
  /** The attempt that counts. */
  readonly attempt: Attempt;
  /** Name and version of the grading rules. An upgrade never recomputes existing grades. */
  readonly calculator: Scalars['String']['output'];
  /** The course of the exam; null while the course subgraph is unavailable. */
  readonly course: Maybe<Course>;
  /** The graded exam. */
  readonly exam: Exam;
  /** When the grade last changed. */
  readonly gradedAt: Scalars['DateTime']['output'];
  /** Opaque. */
  readonly id: Scalars['ID']['output'];
  /** The learner; null while the identity subgraph is unavailable. */
  readonly learner: Maybe<User>;
  /** Total points of all items. */
  readonly maxScore: Scalars['Decimal']['output'];
  /** 0 to 100, to 2 decimals. */
  readonly percentage: Scalars['Decimal']['output'];
  /** Rounded once, half up, to 2 decimals. */
  readonly score: Scalars['Decimal']['output'];
  /** Incremented by every change of the grade. */
  readonly version: Scalars['Int']['output'];
};

/** A new or changed grade. */
export type GradeChange = {
  readonly __typename?: 'GradeChange';
  /** The course; null while the course subgraph is unavailable. */
  readonly course: Maybe<Course>;
  /** Pass the last one received as `after` when resuming; no change is then missed or repeated. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The grade after this change. */
  readonly grade: Grade;
  /** The learner; null while the identity subgraph is unavailable. */
  readonly learner: Maybe<User>;
};

/** A page of a list. */
export type GradeConnection = {
  readonly __typename?: 'GradeConnection';
  /** The nodes, each with its cursor. */
  readonly edges: ReadonlyArray<GradeEdge>;
  /** Position of the course's grade feed when this page was read. Pass it to `gradeChanged` as `after` to miss no change. */
  readonly feedCursor: Scalars['Cursor']['output'];
  /** The items on this page. */
  readonly nodes: ReadonlyArray<Grade>;
  /** The page's position in the whole list. */
  readonly pageInfo: PageInfo;
  /** Number of grades in the whole list. */
  readonly totalCount: Scalars['Int']['output'];
};

/** An item of the list and its cursor. */
export type GradeEdge = {
  readonly __typename?: 'GradeEdge';
  /** Pass it as `after` to continue from here. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The item. */
  readonly node: Grade;
};

/** The key was already used with another file, bank or option. Nothing was changed. */
export type IdempotencyConflict = Error & {
  readonly __typename?: 'IdempotencyConflict';
  /** The import started with this key. */
  readonly job: ImportJob;
  /** Human-readable explanation. */
  readonly message: Scalars['String']['output'];
};

/**
 * The import of a file of questions into a bank. Questions are added in portions, in file order, each exactly once even if the server
 * restarts. Visible to administrators, and to the user who started it while they have the scope `teach`.
 */
export type ImportJob = {
  readonly __typename?: 'ImportJob';
  /** The bank being added to; null if you may not see it. */
  readonly bank: Maybe<QuestionBank>;
  /** When it was requested. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Why it failed, and what to do; null unless FAILED. */
  readonly error: Maybe<Scalars['String']['output']>;
  /** Null until it has succeeded or failed. */
  readonly finishedAt: Maybe<Scalars['DateTime']['output']>;
  /** Opaque. */
  readonly id: Scalars['ID']['output'];
  /** Number of questions added. */
  readonly importedCount: Scalars['Int']['output'];
  /** Number of questions read so far. */
  readonly readCount: Scalars['Int']['output'];
  /** The first 100 rejected questions, in file order. */
  readonly rejected: ReadonlyArray<RejectedQuestion>;
  /** Number of questions rejected. */
  readonly rejectedCount: Scalars['Int']['output'];
  /** Current state. */
  readonly status: ImportStatus;
  /** Number of questions in the file, valid or not; null until they are counted. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** Progress of an import. */
export type ImportProgress = {
  readonly __typename?: 'ImportProgress';
  /** Pass the last one received as `after` when resuming. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The import at that time. */
  readonly job: ImportJob;
};

/** Input of `importQuestions`. */
export type ImportQuestionsInput = {
  /** Your own bank. */
  readonly bankId: Scalars['ID']['input'];
  /** Whether short answers in this file are case-sensitive. GIFT does not specify it. */
  readonly caseSensitive: Scalars['Boolean']['input'];
  /** The format of the text. */
  readonly format: QuestionFileFormat;
  /** Chosen by the client for this import, 1 to 100 characters; a retry sends the same key. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** The text of the file; at most 1,000,000 bytes of UTF-8. */
  readonly text: Scalars['String']['input'];
};

/** Result of `importQuestions`. */
export type ImportQuestionsResult = IdempotencyConflict | ImportQuestionsSuccess | InvalidInput | TooManyImports;

/** The import was started, by this request or an earlier one with the same key. */
export type ImportQuestionsSuccess = {
  readonly __typename?: 'ImportQuestionsSuccess';
  /** The current import; check its `status`. */
  readonly job: ImportJob;
};

/** The state of an import. */
export type ImportStatus =
  /** Abandoned; `error` says why. Questions already added are kept. */
  | 'FAILED'
  /** Waiting for the server, or for another import by the same user. */
  | 'QUEUED'
  /** Questions are being read and added. */
  | 'RUNNING'
  /** The file was read completely. Rejected questions are listed in `rejected`. */
  | 'SUCCEEDED';

/** The value of an argument is invalid. Nothing was changed. */
export type InvalidInput = Error & {
  readonly __typename?: 'InvalidInput';
  /** Path of the argument: `sections.0.drawCount`. */
  readonly field: Scalars['String']['output'];
  /** Human-readable: what is wrong, and what would be accepted. */
  readonly message: Scalars['String']['output'];
};

/** The choices of an item. */
export type ItemChoices = MatchChoices | OptionChoices;

/** A prompt and the answer chosen for it. */
export type ItemMatch = {
  readonly __typename?: 'ItemMatch';
  /** The answer, exactly as offered. */
  readonly answer: Scalars['String']['output'];
  /** The prompt. */
  readonly pairId: Scalars['ID']['output'];
};

/** A response. The field for the item's kind is set, the others are null. */
export type ItemResponse = {
  readonly __typename?: 'ItemResponse';
  /** MATCHING. */
  readonly matches: Maybe<ReadonlyArray<ItemMatch>>;
  /** NUMERICAL, as entered by the learner. */
  readonly number: Maybe<Scalars['String']['output']>;
  /** SINGLE_CHOICE, MULTIPLE_CHOICE. */
  readonly optionIds: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /** SHORT_ANSWER, ESSAY. */
  readonly text: Maybe<Scalars['String']['output']>;
  /** TRUE_FALSE. */
  readonly value: Maybe<Scalars['Boolean']['output']>;
};

/** The result of an item. */
export type ItemResult = {
  readonly __typename?: 'ItemResult';
  /** The reviewer's comment; null for none. */
  readonly comment: Maybe<Scalars['String']['output']>;
  /** The author's feedback on this response; for chosen options, in the order shown. */
  readonly feedback: ReadonlyArray<FormattedText>;
  /** Points awarded, not rounded. */
  readonly points: Scalars['Decimal']['output'];
};

/** Prompts and answers to match. */
export type MatchChoices = {
  readonly __typename?: 'MatchChoices';
  /** The answers, in this attempt's order; some may match no prompt. */
  readonly answers: ReadonlyArray<Scalars['String']['output']>;
  /** The prompts, in the author's order. */
  readonly prompts: ReadonlyArray<MatchPrompt>;
};

/** A prompt and the answer chosen for it. */
export type MatchInput = {
  /** One of the offered answers, exactly as offered. */
  readonly answer: Scalars['String']['input'];
  /** The prompt's id. */
  readonly pairId: Scalars['ID']['input'];
};

/** A prompt to match with an answer. */
export type MatchPrompt = {
  readonly __typename?: 'MatchPrompt';
  /** Pass it as `pairId` in the response. Valid only in this attempt. */
  readonly id: Scalars['ID']['output'];
  /** The question text. */
  readonly text: FormattedText;
};

/** Prompts and their answers. */
export type MatchingContent = {
  readonly __typename?: 'MatchingContent';
  /** Answers that match no prompt. */
  readonly distractors: ReadonlyArray<Scalars['String']['output']>;
  /** In the author's order. */
  readonly pairs: ReadonlyArray<MatchingPair>;
};

/** A prompt and its answer. */
export type MatchingPair = {
  readonly __typename?: 'MatchingPair';
  /** The matching answer. */
  readonly answer: Scalars['String']['output'];
  /** Unique within its question. */
  readonly id: Scalars['ID']['output'];
  /** The question text. */
  readonly prompt: FormattedText;
};

/** Options of which any number is chosen. */
export type MultipleChoiceContent = {
  readonly __typename?: 'MultipleChoiceContent';
  /** In the author's order. */
  readonly options: ReadonlyArray<ChoiceOption>;
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Creates an exam as a draft. */
  readonly createExam: CreateExamResult;
  /** Creates an empty question bank. */
  readonly createQuestionBank: CreateQuestionBankResult;
  /**
   * Starts importing the valid questions of a file into a bank. Invalid ones are reported by line, with the reason. The import of a small
   * file is finished when this returns; follow that of a large file with `importProgressed`. A retry with the same key returns the same
   * import.
   */
  readonly importQuestions: ImportQuestionsResult;
  /**
   * Opens an exam to the course's learners and fixes the questions it draws from. Returns `InvalidInput` if `closesAt` has passed, if the
   * exam would close before its time limit can elapse, or if its sections together draw from more than 10,000 questions.
   */
  readonly publishExam: PublishExamResult;
  /** Grades an item manually, or corrects its grade. Only for the course's teachers. */
  readonly reviewItem: ReviewItemResult;
  /**
   * Saves responses of an attempt in progress. Each save carries a client-chosen sequence number that must rise per item: a
   * repeated save counts once, and a late one never overwrites a newer one. A response reported as saved is on disk.
   */
  readonly saveResponses: SaveResponsesResult;
  /** Starts an attempt, or returns the one in progress. */
  readonly startAttempt: StartAttemptResult;
  /** Submits an attempt and grades automatically gradable items immediately. A retry with the same key returns the same result. */
  readonly submitAttempt: SubmitAttemptResult;
  /** Changes a draft; omitted fields are unchanged. */
  readonly updateExam: UpdateExamResult;
};


export type MutationCreateExamArgs = {
  input: CreateExamInput;
};


export type MutationCreateQuestionBankArgs = {
  input: CreateQuestionBankInput;
};


export type MutationImportQuestionsArgs = {
  input: ImportQuestionsInput;
};


export type MutationPublishExamArgs = {
  input: PublishExamInput;
};


export type MutationReviewItemArgs = {
  input: ReviewItemInput;
};


export type MutationSaveResponsesArgs = {
  input: SaveResponsesInput;
};


export type MutationStartAttemptArgs = {
  input: StartAttemptInput;
};


export type MutationSubmitAttemptArgs = {
  input: SubmitAttemptInput;
};


export type MutationUpdateExamArgs = {
  input: UpdateExamInput;
};

/** The learner has used all allowed attempts. */
export type NoAttemptsLeft = Error & {
  readonly __typename?: 'NoAttemptsLeft';
  /** Number of attempts allowed. */
  readonly attemptsAllowed: Scalars['Int']['output'];
  /** Human-readable explanation. */
  readonly message: Scalars['String']['output'];
};

/** A section draws more questions than its bank has left after the other sections. */
export type NotEnoughQuestions = Error & {
  readonly __typename?: 'NotEnoughQuestions';
  /** Number of questions available to it. */
  readonly available: Scalars['Int']['output'];
  /** Human-readable explanation. */
  readonly message: Scalars['String']['output'];
  /** The section with too few questions. */
  readonly section: ExamSection;
  /** Number of questions it draws. */
  readonly wanted: Scalars['Int']['output'];
};

/** Accepted numbers. */
export type NumericalContent = {
  readonly __typename?: 'NumericalContent';
  /** The first interval that contains the number counts. */
  readonly answers: ReadonlyArray<AcceptedNumber>;
};

/** An option as shown to the learner. */
export type OptionChoice = {
  readonly __typename?: 'OptionChoice';
  /** Pass it in `optionIds`. Valid only in this attempt; it does not reveal the author's order. */
  readonly id: Scalars['ID']['output'];
  /** The option's text. */
  readonly text: FormattedText;
};

/** Options to choose from. */
export type OptionChoices = {
  readonly __typename?: 'OptionChoices';
  /** Whether more than one option may be chosen. */
  readonly multiple: Scalars['Boolean']['output'];
  /** In this attempt's order. */
  readonly options: ReadonlyArray<OptionChoice>;
};

/** The position of a connection's page in the whole list. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Pass it as `after` to get the next page; null on an empty page. */
  readonly endCursor: Maybe<Scalars['Cursor']['output']>;
  /** Whether more items follow this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
};

/** Input of `publishExam`. */
export type PublishExamInput = {
  /** The draft to publish. */
  readonly examId: Scalars['ID']['input'];
  /** The version that the change is based on. */
  readonly expectedVersion: Scalars['Int']['input'];
};

/** Result of `publishExam`. */
export type PublishExamResult = ExamAlreadyPublished | ExamConflict | InvalidInput | NotEnoughQuestions | PublishExamSuccess;

/** `publishExam` succeeded. */
export type PublishExamSuccess = {
  readonly __typename?: 'PublishExamSuccess';
  /** The published exam. */
  readonly exam: Exam;
};

export type Query = {
  readonly __typename?: 'Query';
  /** An attempt; null if it does not exist or you may not see it. */
  readonly attempt: Maybe<Attempt>;
  /** An exam; null if it does not exist or you may not see it. */
  readonly exam: Maybe<Exam>;
  /** An import; null if it does not exist or you may not see it. */
  readonly importJob: Maybe<ImportJob>;
  /** A question bank; null if it does not exist or you may not see it. */
  readonly questionBank: Maybe<QuestionBank>;
  /** Your own question banks, newest first. */
  readonly questionBanks: QuestionBankConnection;
};


export type QueryAttemptArgs = {
  id: Scalars['ID']['input'];
};


export type QueryExamArgs = {
  id: Scalars['ID']['input'];
};


export type QueryImportJobArgs = {
  id: Scalars['ID']['input'];
};


export type QueryQuestionBankArgs = {
  id: Scalars['ID']['input'];
};


export type QueryQuestionBanksArgs = {
  after: InputMaybe<Scalars['Cursor']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
};

/** A question of a bank, with its answers. Visible to the bank's owner and to administrators. */
export type Question = {
  readonly __typename?: 'Question';
  /** Path of its category, levels separated by `/`; empty for none. */
  readonly category: Scalars['String']['output'];
  /** The accepted responses; null for an essay, which a person grades. */
  readonly content: Maybe<QuestionContent>;
  /** Feedback shown with every result; null for none. */
  readonly generalFeedback: Maybe<FormattedText>;
  /** Opaque; the same for all versions. */
  readonly id: Scalars['ID']['output'];
  /** The kind of response it takes. */
  readonly kind: QuestionKind;
  /** The author's name for it. */
  readonly name: Scalars['String']['output'];
  /** The question text. */
  readonly stem: FormattedText;
  /** Incremented by every edit; exams keep the version they were published with. */
  readonly version: Scalars['Int']['output'];
};

/** An instructor's collection of questions. Visible to administrators, and to its owner while they have the scope `teach`. */
export type QuestionBank = {
  readonly __typename?: 'QuestionBank';
  /** When it was created. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Opaque. */
  readonly id: Scalars['ID']['output'];
  /** As written by its owner. */
  readonly name: Scalars['String']['output'];
  /** The owner; null while the identity subgraph is unavailable. */
  readonly owner: Maybe<User>;
  /** Number of questions it contains. */
  readonly questionCount: Scalars['Int']['output'];
  /** Its questions in the order added; with `category`, only those of that category and its subcategories. */
  readonly questions: QuestionConnection;
};


/** An instructor's collection of questions. Visible to administrators, and to its owner while they have the scope `teach`. */
export type QuestionBankQuestionsArgs = {
  after: InputMaybe<Scalars['Cursor']['input']>;
  category: InputMaybe<Scalars['String']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
};

/** A page of a list. */
export type QuestionBankConnection = {
  readonly __typename?: 'QuestionBankConnection';
  /** The nodes, each with its cursor. */
  readonly edges: ReadonlyArray<QuestionBankEdge>;
  /** The items on this page. */
  readonly nodes: ReadonlyArray<QuestionBank>;
  /** The page's position in the whole list. */
  readonly pageInfo: PageInfo;
  /** Number of question banks in the whole list. */
  readonly totalCount: Scalars['Int']['output'];
};

/** An item of the list and its cursor. */
export type QuestionBankEdge = {
  readonly __typename?: 'QuestionBankEdge';
  /** Pass it as `after` to continue from here. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The item. */
  readonly node: QuestionBank;
};

/** A page of a list. */
export type QuestionConnection = {
  readonly __typename?: 'QuestionConnection';
  /** The nodes, each with its cursor. */
  readonly edges: ReadonlyArray<QuestionEdge>;
  /** The items on this page. */
  readonly nodes: ReadonlyArray<Question>;
  /** The page's position in the whole list. */
  readonly pageInfo: PageInfo;
  /** Number of questions in the whole list. */
  readonly totalCount: Scalars['Int']['output'];
};

/** The accepted responses of a question, by kind. */
export type QuestionContent = MatchingContent | MultipleChoiceContent | NumericalContent | ShortAnswerContent | SingleChoiceContent | TrueFalseContent;

/** An item of the list and its cursor. */
export type QuestionEdge = {
  readonly __typename?: 'QuestionEdge';
  /** Pass it as `after` to continue from here. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The item. */
  readonly node: Question;
};

/** The format of a question file. */
export type QuestionFileFormat =
  /** Moodle's text format. */
  | 'GIFT';

/** How a question is answered. */
export type QuestionKind =
  /** Free text, graded by a person. */
  | 'ESSAY'
  /** Match prompts with answers. */
  | 'MATCHING'
  /** Choose any number of options; their fractions are added. */
  | 'MULTIPLE_CHOICE'
  /** A number, compared with the accepted intervals. */
  | 'NUMERICAL'
  /** A short text, compared with the accepted texts. */
  | 'SHORT_ANSWER'
  /** Choose one option. */
  | 'SINGLE_CHOICE'
  /** Decide whether a statement is true. */
  | 'TRUE_FALSE';

/** The outcome of a save. */
export type ReceiptOutcome =
  /** An identical save was accepted earlier; it is on disk. */
  | 'ALREADY_SAVED'
  /** The response is invalid for this item; `message` says what is accepted. Nothing was changed. */
  | 'INVALID'
  /** Saved; on disk. */
  | 'SAVED'
  /** Ignored, because a newer save of the item was accepted earlier. */
  | 'STALE';

/** A rejected question of an imported file. */
export type RejectedQuestion = {
  readonly __typename?: 'RejectedQuestion';
  /** The start of its text; at most 80 characters. */
  readonly excerpt: Scalars['String']['output'];
  /** Its first line in the file, from 1. */
  readonly line: Scalars['Int']['output'];
  /** What is wrong, and what would be accepted; at most 500 characters. */
  readonly reason: Scalars['String']['output'];
};

/** Set the field for the item's kind; omit all of them to withdraw the response. */
export type ResponseInput = {
  /** An item of the attempt. */
  readonly itemId: Scalars['ID']['input'];
  /** MATCHING. */
  readonly matches?: InputMaybe<ReadonlyArray<MatchInput>>;
  /** NUMERICAL: digits with a decimal point or comma. */
  readonly number?: InputMaybe<Scalars['String']['input']>;
  /** SINGLE_CHOICE (exactly one), MULTIPLE_CHOICE. */
  readonly optionIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Must rise with each save of the item. From 1 to the server's current time in microseconds since 1970. */
  readonly sequence: Scalars['SafeInt']['input'];
  /** SHORT_ANSWER: at most 1,000 characters; ESSAY: at most 100,000. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  /** TRUE_FALSE. */
  readonly value?: InputMaybe<Scalars['Boolean']['input']>;
};

/** The outcome of one response. */
export type ResponseReceipt = {
  readonly __typename?: 'ResponseReceipt';
  /** The item. */
  readonly itemId: Scalars['ID']['output'];
  /** What would be accepted; null unless INVALID. */
  readonly message: Maybe<Scalars['String']['output']>;
  /** The outcome. */
  readonly outcome: ReceiptOutcome;
  /** When that save was accepted; null if there was none. */
  readonly savedAt: Maybe<Scalars['DateTime']['output']>;
  /** Sequence number of the latest accepted save; continue from the next number. */
  readonly sequence: Scalars['SafeInt']['output'];
};

/** The attempt was reviewed by someone else since you read it. Nothing was changed. */
export type ReviewConflict = Error & {
  readonly __typename?: 'ReviewConflict';
  /** The current attempt. */
  readonly current: Attempt;
  /** Human-readable explanation. */
  readonly message: Scalars['String']['output'];
  /** The points you submitted. */
  readonly yours: Scalars['Decimal']['output'];
};

/** Input of `reviewItem`. */
export type ReviewItemInput = {
  /** A submitted attempt. */
  readonly attemptId: Scalars['ID']['input'];
  /** At most 10,000 characters. If omitted, the comment is unchanged; null removes it. */
  readonly comment?: InputMaybe<Scalars['String']['input']>;
  /** The attempt version that the change is based on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** The item to grade. */
  readonly itemId: Scalars['ID']['input'];
  /** From 0 to the item's `points`, with at most 2 decimals. */
  readonly points: Scalars['Decimal']['input'];
};

/** Result of `reviewItem`. */
export type ReviewItemResult = InvalidInput | ReviewConflict | ReviewItemSuccess;

/** `reviewItem` succeeded. */
export type ReviewItemSuccess = {
  readonly __typename?: 'ReviewItemSuccess';
  /** The updated attempt. */
  readonly attempt: Attempt;
};

/** Input of `saveResponses`. */
export type SaveResponsesInput = {
  /** Your own attempt, in progress. */
  readonly attemptId: Scalars['ID']['input'];
  /** 1 to 200, each item at most once. */
  readonly responses: ReadonlyArray<ResponseInput>;
};

/** Result of `saveResponses`. */
export type SaveResponsesResult = AttemptClosed | SaveResponsesSuccess;

/** `saveResponses` succeeded. */
export type SaveResponsesSuccess = {
  readonly __typename?: 'SaveResponsesSuccess';
  /** One per response, in the order of the responses. */
  readonly receipts: ReadonlyArray<ResponseReceipt>;
};

/** Accepted texts. */
export type ShortAnswerContent = {
  readonly __typename?: 'ShortAnswerContent';
  /** The first match counts. */
  readonly answers: ReadonlyArray<AcceptedText>;
  /** Whether matching is case-sensitive. */
  readonly caseSensitive: Scalars['Boolean']['output'];
};

/** Options of which one is chosen. */
export type SingleChoiceContent = {
  readonly __typename?: 'SingleChoiceContent';
  /** In the author's order. */
  readonly options: ReadonlyArray<ChoiceOption>;
};

/** Input of `startAttempt`. */
export type StartAttemptInput = {
  /** The exam to attempt. */
  readonly examId: Scalars['ID']['input'];
};

/** Result of `startAttempt`. */
export type StartAttemptResult = ExamNotOpen | NoAttemptsLeft | StartAttemptSuccess;

/** `startAttempt` succeeded. */
export type StartAttemptSuccess = {
  readonly __typename?: 'StartAttemptSuccess';
  /** The attempt now in progress. */
  readonly attempt: Attempt;
  /** Whether the attempt was already in progress. */
  readonly resumed: Scalars['Boolean']['output'];
};

/** Input of `submitAttempt`. */
export type SubmitAttemptInput = {
  /** Your own attempt to submit. */
  readonly attemptId: Scalars['ID']['input'];
  /** Chosen by the client for this submission, 1 to 100 characters; a retry sends the same key. */
  readonly idempotencyKey: Scalars['String']['input'];
};

/** Result of `submitAttempt`. */
export type SubmitAttemptResult = AlreadySubmitted | DeadlinePassed | SubmitAttemptSuccess;

/** `submitAttempt` succeeded. */
export type SubmitAttemptSuccess = {
  readonly __typename?: 'SubmitAttemptSuccess';
  /** The attempt, with all automatically gradable items graded. */
  readonly attempt: Attempt;
};

export type Subscription = {
  readonly __typename?: 'Subscription';
  /**
   * Changes of a course's grades: all of them for its teachers, their own for learners. Access is checked again for every
   * event.
   */
  readonly gradeChanged: GradeChange;
  /**
   * The progress of an import. Intermediate states may be skipped; the final state is always sent, after which the subscription
   * completes.
   */
  readonly importProgressed: ImportProgress;
};


export type SubscriptionGradeChangedArgs = {
  after: InputMaybe<Scalars['Cursor']['input']>;
  courseId: Scalars['ID']['input'];
};


export type SubscriptionImportProgressedArgs = {
  after: InputMaybe<Scalars['Cursor']['input']>;
  jobId: Scalars['ID']['input'];
};

/** The markup of a text. */
export type TextFormat =
  /** Unsanitised HTML from the author: sanitise it before rendering. */
  | 'HTML'
  /** CommonMark. */
  | 'MARKDOWN'
  /** Plain text. */
  | 'PLAIN';

/** Too many imports are waiting or running. Nothing was changed: retry with the same key after one has ended. */
export type TooManyImports = Error & {
  readonly __typename?: 'TooManyImports';
  /** Human-readable explanation. */
  readonly message: Scalars['String']['output'];
  /** Number of imports that may wait or run. */
  readonly most: Scalars['Int']['output'];
};

/** A statement. */
export type TrueFalseContent = {
  readonly __typename?: 'TrueFalseContent';
  /** Whether the statement is true. */
  readonly answer: Scalars['Boolean']['output'];
  /** Null for none. */
  readonly feedbackWhenRight: Maybe<FormattedText>;
  /** Null for none. */
  readonly feedbackWhenWrong: Maybe<FormattedText>;
};

/** Input of `updateExam`. */
export type UpdateExamInput = {
  /** 1 to 20. */
  readonly attemptsAllowed?: InputMaybe<Scalars['Int']['input']>;
  /** Null removes the bound. */
  readonly closesAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The draft to change. */
  readonly examId: Scalars['ID']['input'];
  /** The version that the change is based on. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** Null removes the bound. */
  readonly opensAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The complete new list of sections; 1 to 50, which together draw at most 500 questions. */
  readonly sections?: InputMaybe<ReadonlyArray<ExamSectionInput>>;
  /** In seconds, 30 to 86400; null removes the limit. */
  readonly timeLimitSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 200 characters. */
  readonly title?: InputMaybe<Scalars['String']['input']>;
};

/** Result of `updateExam`. */
export type UpdateExamResult = ExamAlreadyPublished | ExamConflict | InvalidInput | UpdateExamSuccess;

/** `updateExam` succeeded. */
export type UpdateExamSuccess = {
  readonly __typename?: 'UpdateExamSuccess';
  /** The updated exam. */
  readonly exam: Exam;
};

export type User = {
  readonly __typename?: 'User';
  /** The user's grades in a course. Empty unless the viewer is this user or teaches the course; null while the assessment subgraph is unavailable. */
  readonly grades: Maybe<ReadonlyArray<Grade>>;
  /** Opaque. */
  readonly id: Scalars['ID']['output'];
};


export type UserGradesArgs = {
  courseId: Scalars['ID']['input'];
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
  Attempt: Attempt;
  Course: Course;
  Exam: Exam;
  Grade: Grade;
  ImportJob: ImportJob;
  Question: Question;
  QuestionBank: QuestionBank;
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Attempt:
    ( { __typename: 'Attempt' }
    & GraphQLRecursivePick<FederationTypes['Attempt'], {"id":true}> );
  Course:
    ( { __typename: 'Course' }
    & GraphQLRecursivePick<FederationTypes['Course'], {"id":true}> );
  Exam:
    ( { __typename: 'Exam' }
    & GraphQLRecursivePick<FederationTypes['Exam'], {"id":true}> );
  Grade:
    ( { __typename: 'Grade' }
    & GraphQLRecursivePick<FederationTypes['Grade'], {"id":true}> );
  ImportJob:
    ( { __typename: 'ImportJob' }
    & GraphQLRecursivePick<FederationTypes['ImportJob'], {"id":true}> );
  Question:
    ( { __typename: 'Question' }
    & GraphQLRecursivePick<FederationTypes['Question'], {"id":true}> );
  QuestionBank:
    ( { __typename: 'QuestionBank' }
    & GraphQLRecursivePick<FederationTypes['QuestionBank'], {"id":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  CreateExamResult:
    | ( Omit<CreateExamSuccess, 'exam'> & { exam: _RefType['Exam'] } & { __typename: 'CreateExamSuccess' } )
    | ( InvalidInput & { __typename: 'InvalidInput' } )
  ;
  CreateQuestionBankResult:
    | ( Omit<CreateQuestionBankSuccess, 'bank'> & { bank: _RefType['QuestionBank'] } & { __typename: 'CreateQuestionBankSuccess' } )
    | ( InvalidInput & { __typename: 'InvalidInput' } )
  ;
  ImportQuestionsResult:
    | ( Omit<IdempotencyConflict, 'job'> & { job: _RefType['ImportJob'] } & { __typename: 'IdempotencyConflict' } )
    | ( Omit<ImportQuestionsSuccess, 'job'> & { job: _RefType['ImportJob'] } & { __typename: 'ImportQuestionsSuccess' } )
    | ( InvalidInput & { __typename: 'InvalidInput' } )
    | ( TooManyImports & { __typename: 'TooManyImports' } )
  ;
  ItemChoices:
    | ( MatchChoicesModel )
    | ( OptionChoicesModel )
  ;
  PublishExamResult:
    | ( Omit<ExamAlreadyPublished, 'exam'> & { exam: _RefType['Exam'] } & { __typename: 'ExamAlreadyPublished' } )
    | ( Omit<ExamConflict, 'current'> & { current: _RefType['Exam'] } & { __typename: 'ExamConflict' } )
    | ( InvalidInput & { __typename: 'InvalidInput' } )
    | ( Omit<NotEnoughQuestions, 'section'> & { section: _RefType['ExamSection'] } & { __typename: 'NotEnoughQuestions' } )
    | ( Omit<PublishExamSuccess, 'exam'> & { exam: _RefType['Exam'] } & { __typename: 'PublishExamSuccess' } )
  ;
  QuestionContent:
    | ( MatchingModel )
    | ( MultipleChoiceModel )
    | ( NumericalModel )
    | ( ShortAnswerModel )
    | ( SingleChoiceModel )
    | ( TrueFalseModel )
  ;
  ReviewItemResult:
    | ( InvalidInput & { __typename: 'InvalidInput' } )
    | ( Omit<ReviewConflict, 'current'> & { current: _RefType['Attempt'] } & { __typename: 'ReviewConflict' } )
    | ( Omit<ReviewItemSuccess, 'attempt'> & { attempt: _RefType['Attempt'] } & { __typename: 'ReviewItemSuccess' } )
  ;
  SaveResponsesResult:
    | ( Omit<AttemptClosed, 'attempt'> & { attempt: _RefType['Attempt'] } & { __typename: 'AttemptClosed' } )
    | ( SaveResponsesSuccess & { __typename: 'SaveResponsesSuccess' } )
  ;
  StartAttemptResult:
    | ( ExamNotOpen & { __typename: 'ExamNotOpen' } )
    | ( NoAttemptsLeft & { __typename: 'NoAttemptsLeft' } )
    | ( Omit<StartAttemptSuccess, 'attempt'> & { attempt: _RefType['Attempt'] } & { __typename: 'StartAttemptSuccess' } )
  ;
  SubmitAttemptResult:
    | ( Omit<AlreadySubmitted, 'attempt'> & { attempt: _RefType['Attempt'] } & { __typename: 'AlreadySubmitted' } )
    | ( Omit<DeadlinePassed, 'attempt'> & { attempt: _RefType['Attempt'] } & { __typename: 'DeadlinePassed' } )
    | ( Omit<SubmitAttemptSuccess, 'attempt'> & { attempt: _RefType['Attempt'] } & { __typename: 'SubmitAttemptSuccess' } )
  ;
  UpdateExamResult:
    | ( Omit<ExamAlreadyPublished, 'exam'> & { exam: _RefType['Exam'] } & { __typename: 'ExamAlreadyPublished' } )
    | ( Omit<ExamConflict, 'current'> & { current: _RefType['Exam'] } & { __typename: 'ExamConflict' } )
    | ( InvalidInput & { __typename: 'InvalidInput' } )
    | ( Omit<UpdateExamSuccess, 'exam'> & { exam: _RefType['Exam'] } & { __typename: 'UpdateExamSuccess' } )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Error:
    | ( Omit<AlreadySubmitted, 'attempt'> & { attempt: _RefType['Attempt'] } )
    | ( Omit<AttemptClosed, 'attempt'> & { attempt: _RefType['Attempt'] } )
    | ( Omit<DeadlinePassed, 'attempt'> & { attempt: _RefType['Attempt'] } )
    | ( Omit<ExamAlreadyPublished, 'exam'> & { exam: _RefType['Exam'] } )
    | ( Omit<ExamConflict, 'current'> & { current: _RefType['Exam'] } )
    | ( ExamNotOpen )
    | ( Omit<IdempotencyConflict, 'job'> & { job: _RefType['ImportJob'] } )
    | ( InvalidInput )
    | ( NoAttemptsLeft )
    | ( Omit<NotEnoughQuestions, 'section'> & { section: _RefType['ExamSection'] } )
    | ( Omit<ReviewConflict, 'current'> & { current: _RefType['Attempt'] } )
    | ( TooManyImports )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AcceptedNumber: ResolverTypeWrapper<AcceptedNumber>;
  AcceptedText: ResolverTypeWrapper<AcceptedText>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  AlreadySubmitted: ResolverTypeWrapper<Omit<AlreadySubmitted, 'attempt'> & { attempt: ResolversTypes['Attempt'] }>;
  Attempt: ResolverTypeWrapper<AttemptModel>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  AttemptClosed: ResolverTypeWrapper<Omit<AttemptClosed, 'attempt'> & { attempt: ResolversTypes['Attempt'] }>;
  AttemptCloser: AttemptCloser;
  AttemptConnection: ResolverTypeWrapper<AttemptConnectionModel>;
  AttemptEdge: ResolverTypeWrapper<Omit<AttemptEdge, 'node'> & { node: ResolversTypes['Attempt'] }>;
  AttemptItem: ResolverTypeWrapper<AttemptItemModel>;
  AttemptResult: ResolverTypeWrapper<AttemptResult>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  AttemptStatus: AttemptStatus;
  ChoiceOption: ResolverTypeWrapper<ChoiceOption>;
  Course: ResolverTypeWrapper<EntityReference>;
  CreateExamInput: CreateExamInput;
  CreateExamResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateExamResult']>;
  CreateExamSuccess: ResolverTypeWrapper<Omit<CreateExamSuccess, 'exam'> & { exam: ResolversTypes['Exam'] }>;
  CreateQuestionBankInput: CreateQuestionBankInput;
  CreateQuestionBankResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateQuestionBankResult']>;
  CreateQuestionBankSuccess: ResolverTypeWrapper<Omit<CreateQuestionBankSuccess, 'bank'> & { bank: ResolversTypes['QuestionBank'] }>;
  Cursor: ResolverTypeWrapper<Scalars['Cursor']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeadlinePassed: ResolverTypeWrapper<Omit<DeadlinePassed, 'attempt'> & { attempt: ResolversTypes['Attempt'] }>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  EmailAddress: ResolverTypeWrapper<Scalars['EmailAddress']['output']>;
  Error: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Error']>;
  Exam: ResolverTypeWrapper<ExamModel>;
  ExamAlreadyPublished: ResolverTypeWrapper<Omit<ExamAlreadyPublished, 'exam'> & { exam: ResolversTypes['Exam'] }>;
  ExamConflict: ResolverTypeWrapper<Omit<ExamConflict, 'current'> & { current: ResolversTypes['Exam'] }>;
  ExamNotOpen: ResolverTypeWrapper<ExamNotOpen>;
  ExamSection: ResolverTypeWrapper<ExamSectionModel>;
  ExamSectionInput: ExamSectionInput;
  ExamStatus: ExamStatus;
  FormattedText: ResolverTypeWrapper<FormattedText>;
  Grade: ResolverTypeWrapper<GradeModel>;
  GradeChange: ResolverTypeWrapper<GradeChangeModel>;
  GradeConnection: ResolverTypeWrapper<GradeConnectionModel>;
  GradeEdge: ResolverTypeWrapper<Omit<GradeEdge, 'node'> & { node: ResolversTypes['Grade'] }>;
  IdempotencyConflict: ResolverTypeWrapper<Omit<IdempotencyConflict, 'job'> & { job: ResolversTypes['ImportJob'] }>;
  ImportJob: ResolverTypeWrapper<ImportJobModel>;
  ImportProgress: ResolverTypeWrapper<ImportProgressModel>;
  ImportQuestionsInput: ImportQuestionsInput;
  ImportQuestionsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ImportQuestionsResult']>;
  ImportQuestionsSuccess: ResolverTypeWrapper<Omit<ImportQuestionsSuccess, 'job'> & { job: ResolversTypes['ImportJob'] }>;
  ImportStatus: ImportStatus;
  InvalidInput: ResolverTypeWrapper<InvalidInput>;
  ItemChoices: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ItemChoices']>;
  ItemMatch: ResolverTypeWrapper<ItemMatch>;
  ItemResponse: ResolverTypeWrapper<ItemResponse>;
  ItemResult: ResolverTypeWrapper<ItemResult>;
  MatchChoices: ResolverTypeWrapper<MatchChoicesModel>;
  MatchInput: MatchInput;
  MatchPrompt: ResolverTypeWrapper<MatchPrompt>;
  MatchingContent: ResolverTypeWrapper<MatchingModel>;
  MatchingPair: ResolverTypeWrapper<MatchingPair>;
  MultipleChoiceContent: ResolverTypeWrapper<MultipleChoiceModel>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NoAttemptsLeft: ResolverTypeWrapper<NoAttemptsLeft>;
  NotEnoughQuestions: ResolverTypeWrapper<Omit<NotEnoughQuestions, 'section'> & { section: ResolversTypes['ExamSection'] }>;
  NumericalContent: ResolverTypeWrapper<NumericalModel>;
  OptionChoice: ResolverTypeWrapper<OptionChoice>;
  OptionChoices: ResolverTypeWrapper<OptionChoicesModel>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PublishExamInput: PublishExamInput;
  PublishExamResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PublishExamResult']>;
  PublishExamSuccess: ResolverTypeWrapper<Omit<PublishExamSuccess, 'exam'> & { exam: ResolversTypes['Exam'] }>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Question: ResolverTypeWrapper<QuestionModel>;
  QuestionBank: ResolverTypeWrapper<QuestionBankModel>;
  QuestionBankConnection: ResolverTypeWrapper<QuestionBankConnectionModel>;
  QuestionBankEdge: ResolverTypeWrapper<Omit<QuestionBankEdge, 'node'> & { node: ResolversTypes['QuestionBank'] }>;
  QuestionConnection: ResolverTypeWrapper<QuestionConnectionModel>;
  QuestionContent: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['QuestionContent']>;
  QuestionEdge: ResolverTypeWrapper<Omit<QuestionEdge, 'node'> & { node: ResolversTypes['Question'] }>;
  QuestionFileFormat: QuestionFileFormat;
  QuestionKind: QuestionKind;
  ReceiptOutcome: ReceiptOutcome;
  RejectedQuestion: ResolverTypeWrapper<RejectedQuestion>;
  ResponseInput: ResponseInput;
  ResponseReceipt: ResolverTypeWrapper<ResponseReceipt>;
  ReviewConflict: ResolverTypeWrapper<Omit<ReviewConflict, 'current'> & { current: ResolversTypes['Attempt'] }>;
  ReviewItemInput: ReviewItemInput;
  ReviewItemResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReviewItemResult']>;
  ReviewItemSuccess: ResolverTypeWrapper<Omit<ReviewItemSuccess, 'attempt'> & { attempt: ResolversTypes['Attempt'] }>;
  SafeInt: ResolverTypeWrapper<Scalars['SafeInt']['output']>;
  SaveResponsesInput: SaveResponsesInput;
  SaveResponsesResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SaveResponsesResult']>;
  SaveResponsesSuccess: ResolverTypeWrapper<SaveResponsesSuccess>;
  ShortAnswerContent: ResolverTypeWrapper<ShortAnswerModel>;
  SingleChoiceContent: ResolverTypeWrapper<SingleChoiceModel>;
  StartAttemptInput: StartAttemptInput;
  StartAttemptResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['StartAttemptResult']>;
  StartAttemptSuccess: ResolverTypeWrapper<Omit<StartAttemptSuccess, 'attempt'> & { attempt: ResolversTypes['Attempt'] }>;
  SubmitAttemptInput: SubmitAttemptInput;
  SubmitAttemptResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SubmitAttemptResult']>;
  SubmitAttemptSuccess: ResolverTypeWrapper<Omit<SubmitAttemptSuccess, 'attempt'> & { attempt: ResolversTypes['Attempt'] }>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TextFormat: TextFormat;
  TooManyImports: ResolverTypeWrapper<TooManyImports>;
  TrueFalseContent: ResolverTypeWrapper<TrueFalseModel>;
  UpdateExamInput: UpdateExamInput;
  UpdateExamResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UpdateExamResult']>;
  UpdateExamSuccess: ResolverTypeWrapper<Omit<UpdateExamSuccess, 'exam'> & { exam: ResolversTypes['Exam'] }>;
  User: ResolverTypeWrapper<EntityReference>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AcceptedNumber: AcceptedNumber;
  AcceptedText: AcceptedText;
  String: Scalars['String']['output'];
  AlreadySubmitted: Omit<AlreadySubmitted, 'attempt'> & { attempt: ResolversParentTypes['Attempt'] };
  Attempt: AttemptModel;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  AttemptClosed: Omit<AttemptClosed, 'attempt'> & { attempt: ResolversParentTypes['Attempt'] };
  AttemptConnection: AttemptConnectionModel;
  AttemptEdge: Omit<AttemptEdge, 'node'> & { node: ResolversParentTypes['Attempt'] };
  AttemptItem: AttemptItemModel;
  AttemptResult: AttemptResult;
  Boolean: Scalars['Boolean']['output'];
  ChoiceOption: ChoiceOption;
  Course: EntityReference;
  CreateExamInput: CreateExamInput;
  CreateExamResult: ResolversUnionTypes<ResolversParentTypes>['CreateExamResult'];
  CreateExamSuccess: Omit<CreateExamSuccess, 'exam'> & { exam: ResolversParentTypes['Exam'] };
  CreateQuestionBankInput: CreateQuestionBankInput;
  CreateQuestionBankResult: ResolversUnionTypes<ResolversParentTypes>['CreateQuestionBankResult'];
  CreateQuestionBankSuccess: Omit<CreateQuestionBankSuccess, 'bank'> & { bank: ResolversParentTypes['QuestionBank'] };
  Cursor: Scalars['Cursor']['output'];
  DateTime: Scalars['DateTime']['output'];
  DeadlinePassed: Omit<DeadlinePassed, 'attempt'> & { attempt: ResolversParentTypes['Attempt'] };
  Decimal: Scalars['Decimal']['output'];
  EmailAddress: Scalars['EmailAddress']['output'];
  Error: ResolversInterfaceTypes<ResolversParentTypes>['Error'];
  Exam: ExamModel;
  ExamAlreadyPublished: Omit<ExamAlreadyPublished, 'exam'> & { exam: ResolversParentTypes['Exam'] };
  ExamConflict: Omit<ExamConflict, 'current'> & { current: ResolversParentTypes['Exam'] };
  ExamNotOpen: ExamNotOpen;
  ExamSection: ExamSectionModel;
  ExamSectionInput: ExamSectionInput;
  FormattedText: FormattedText;
  Grade: GradeModel;
  GradeChange: GradeChangeModel;
  GradeConnection: GradeConnectionModel;
  GradeEdge: Omit<GradeEdge, 'node'> & { node: ResolversParentTypes['Grade'] };
  IdempotencyConflict: Omit<IdempotencyConflict, 'job'> & { job: ResolversParentTypes['ImportJob'] };
  ImportJob: ImportJobModel;
  ImportProgress: ImportProgressModel;
  ImportQuestionsInput: ImportQuestionsInput;
  ImportQuestionsResult: ResolversUnionTypes<ResolversParentTypes>['ImportQuestionsResult'];
  ImportQuestionsSuccess: Omit<ImportQuestionsSuccess, 'job'> & { job: ResolversParentTypes['ImportJob'] };
  InvalidInput: InvalidInput;
  ItemChoices: ResolversUnionTypes<ResolversParentTypes>['ItemChoices'];
  ItemMatch: ItemMatch;
  ItemResponse: ItemResponse;
  ItemResult: ItemResult;
  MatchChoices: MatchChoicesModel;
  MatchInput: MatchInput;
  MatchPrompt: MatchPrompt;
  MatchingContent: MatchingModel;
  MatchingPair: MatchingPair;
  MultipleChoiceContent: MultipleChoiceModel;
  Mutation: Record<PropertyKey, never>;
  NoAttemptsLeft: NoAttemptsLeft;
  NotEnoughQuestions: Omit<NotEnoughQuestions, 'section'> & { section: ResolversParentTypes['ExamSection'] };
  NumericalContent: NumericalModel;
  OptionChoice: OptionChoice;
  OptionChoices: OptionChoicesModel;
  PageInfo: PageInfo;
  PublishExamInput: PublishExamInput;
  PublishExamResult: ResolversUnionTypes<ResolversParentTypes>['PublishExamResult'];
  PublishExamSuccess: Omit<PublishExamSuccess, 'exam'> & { exam: ResolversParentTypes['Exam'] };
  Query: Record<PropertyKey, never>;
  Question: QuestionModel;
  QuestionBank: QuestionBankModel;
  QuestionBankConnection: QuestionBankConnectionModel;
  QuestionBankEdge: Omit<QuestionBankEdge, 'node'> & { node: ResolversParentTypes['QuestionBank'] };
  QuestionConnection: QuestionConnectionModel;
  QuestionContent: ResolversUnionTypes<ResolversParentTypes>['QuestionContent'];
  QuestionEdge: Omit<QuestionEdge, 'node'> & { node: ResolversParentTypes['Question'] };
  RejectedQuestion: RejectedQuestion;
  ResponseInput: ResponseInput;
  ResponseReceipt: ResponseReceipt;
  ReviewConflict: Omit<ReviewConflict, 'current'> & { current: ResolversParentTypes['Attempt'] };
  ReviewItemInput: ReviewItemInput;
  ReviewItemResult: ResolversUnionTypes<ResolversParentTypes>['ReviewItemResult'];
  ReviewItemSuccess: Omit<ReviewItemSuccess, 'attempt'> & { attempt: ResolversParentTypes['Attempt'] };
  SafeInt: Scalars['SafeInt']['output'];
  SaveResponsesInput: SaveResponsesInput;
  SaveResponsesResult: ResolversUnionTypes<ResolversParentTypes>['SaveResponsesResult'];
  SaveResponsesSuccess: SaveResponsesSuccess;
  ShortAnswerContent: ShortAnswerModel;
  SingleChoiceContent: SingleChoiceModel;
  StartAttemptInput: StartAttemptInput;
  StartAttemptResult: ResolversUnionTypes<ResolversParentTypes>['StartAttemptResult'];
  StartAttemptSuccess: Omit<StartAttemptSuccess, 'attempt'> & { attempt: ResolversParentTypes['Attempt'] };
  SubmitAttemptInput: SubmitAttemptInput;
  SubmitAttemptResult: ResolversUnionTypes<ResolversParentTypes>['SubmitAttemptResult'];
  SubmitAttemptSuccess: Omit<SubmitAttemptSuccess, 'attempt'> & { attempt: ResolversParentTypes['Attempt'] };
  Subscription: Record<PropertyKey, never>;
  TooManyImports: TooManyImports;
  TrueFalseContent: TrueFalseModel;
  UpdateExamInput: UpdateExamInput;
  UpdateExamResult: ResolversUnionTypes<ResolversParentTypes>['UpdateExamResult'];
  UpdateExamSuccess: Omit<UpdateExamSuccess, 'exam'> & { exam: ResolversParentTypes['Exam'] };
  User: EntityReference;
};

export type AcceptedNumberResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AcceptedNumber'] = ResolversParentTypes['AcceptedNumber']> = {
  feedback?: Resolver<Maybe<ResolversTypes['FormattedText']>, ParentType, ContextType>;
  fraction?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  max?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  min?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type AcceptedTextResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AcceptedText'] = ResolversParentTypes['AcceptedText']> = {
  feedback?: Resolver<Maybe<ResolversTypes['FormattedText']>, ParentType, ContextType>;
  fraction?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  pattern?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AlreadySubmittedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AlreadySubmitted'] = ResolversParentTypes['AlreadySubmitted']> = {
  attempt?: Resolver<ResolversTypes['Attempt'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AttemptResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Attempt'] = ResolversParentTypes['Attempt'], FederationReferenceType extends FederationReferenceTypes['Attempt'] = FederationReferenceTypes['Attempt']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Attempt']> | FederationReferenceType, FederationReferenceType, ContextType>;
  closedBy?: Resolver<Maybe<ResolversTypes['AttemptCloser']>, ParentType, ContextType>;
  deadlineAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  exam?: Resolver<ResolversTypes['Exam'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  items?: Resolver<ReadonlyArray<ResolversTypes['AttemptItem']>, ParentType, ContextType>;
  learner?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  result?: Resolver<Maybe<ResolversTypes['AttemptResult']>, ParentType, ContextType>;
  serverTime?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['AttemptStatus'], ParentType, ContextType>;
  submittedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AttemptClosedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AttemptClosed'] = ResolversParentTypes['AttemptClosed']> = {
  attempt?: Resolver<ResolversTypes['Attempt'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AttemptConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AttemptConnection'] = ResolversParentTypes['AttemptConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AttemptEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Attempt']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AttemptEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AttemptEdge'] = ResolversParentTypes['AttemptEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Attempt'], ParentType, ContextType>;
};

export type AttemptItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AttemptItem'] = ResolversParentTypes['AttemptItem']> = {
  choices?: Resolver<Maybe<ResolversTypes['ItemChoices']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['QuestionKind'], ParentType, ContextType>;
  points?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  response?: Resolver<Maybe<ResolversTypes['ItemResponse']>, ParentType, ContextType>;
  result?: Resolver<Maybe<ResolversTypes['ItemResult']>, ParentType, ContextType>;
  savedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  section?: Resolver<ResolversTypes['ExamSection'], ParentType, ContextType>;
  sequence?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  stem?: Resolver<ResolversTypes['FormattedText'], ParentType, ContextType>;
};

export type AttemptResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AttemptResult'] = ResolversParentTypes['AttemptResult']> = {
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  maxScore?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  percentage?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type ChoiceOptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChoiceOption'] = ResolversParentTypes['ChoiceOption']> = {
  feedback?: Resolver<Maybe<ResolversTypes['FormattedText']>, ParentType, ContextType>;
  fraction?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['FormattedText'], ParentType, ContextType>;
};

export type CourseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Course'] = ResolversParentTypes['Course'], FederationReferenceType extends FederationReferenceTypes['Course'] = FederationReferenceTypes['Course']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Course']> | FederationReferenceType, FederationReferenceType, ContextType>;
  exams?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Exam']>>, ParentType, ContextType>;
  grades?: Resolver<Maybe<ResolversTypes['GradeConnection']>, ParentType, ContextType, Partial<CourseGradesArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CreateExamResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateExamResult'] = ResolversParentTypes['CreateExamResult']> = {
  __resolveType: TypeResolveFn<'CreateExamSuccess' | 'InvalidInput', ParentType, ContextType>;
};

export type CreateExamSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateExamSuccess'] = ResolversParentTypes['CreateExamSuccess']> = {
  exam?: Resolver<ResolversTypes['Exam'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateQuestionBankResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateQuestionBankResult'] = ResolversParentTypes['CreateQuestionBankResult']> = {
  __resolveType: TypeResolveFn<'CreateQuestionBankSuccess' | 'InvalidInput', ParentType, ContextType>;
};

export type CreateQuestionBankSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateQuestionBankSuccess'] = ResolversParentTypes['CreateQuestionBankSuccess']> = {
  bank?: Resolver<ResolversTypes['QuestionBank'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface CursorScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Cursor'], any> {
  name: 'Cursor';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeadlinePassedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeadlinePassed'] = ResolversParentTypes['DeadlinePassed']> = {
  attempt?: Resolver<ResolversTypes['Attempt'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export interface EmailAddressScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['EmailAddress'], any> {
  name: 'EmailAddress';
}

export type ErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Error'] = ResolversParentTypes['Error']> = {
  __resolveType: TypeResolveFn<'AlreadySubmitted' | 'AttemptClosed' | 'DeadlinePassed' | 'ExamAlreadyPublished' | 'ExamConflict' | 'ExamNotOpen' | 'IdempotencyConflict' | 'InvalidInput' | 'NoAttemptsLeft' | 'NotEnoughQuestions' | 'ReviewConflict' | 'TooManyImports', ParentType, ContextType>;
};

export type ExamResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Exam'] = ResolversParentTypes['Exam'], FederationReferenceType extends FederationReferenceTypes['Exam'] = FederationReferenceTypes['Exam']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Exam']> | FederationReferenceType, FederationReferenceType, ContextType>;
  attempts?: Resolver<Maybe<ResolversTypes['AttemptConnection']>, ParentType, ContextType, Partial<ExamAttemptsArgs>>;
  attemptsAllowed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  closesAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  course?: Resolver<Maybe<ResolversTypes['Course']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  myAttempts?: Resolver<ReadonlyArray<ResolversTypes['Attempt']>, ParentType, ContextType>;
  opensAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sections?: Resolver<ReadonlyArray<ResolversTypes['ExamSection']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ExamStatus'], ParentType, ContextType>;
  timeLimitSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  totalPoints?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ExamAlreadyPublishedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExamAlreadyPublished'] = ResolversParentTypes['ExamAlreadyPublished']> = {
  exam?: Resolver<ResolversTypes['Exam'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ExamConflictResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExamConflict'] = ResolversParentTypes['ExamConflict']> = {
  current?: Resolver<ResolversTypes['Exam'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  yours?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ExamNotOpenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExamNotOpen'] = ResolversParentTypes['ExamNotOpen']> = {
  closesAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  opensAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ExamSectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExamSection'] = ResolversParentTypes['ExamSection']> = {
  bank?: Resolver<Maybe<ResolversTypes['QuestionBank']>, ParentType, ContextType>;
  category?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  drawCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  pointsPerItem?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  shuffleItems?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FormattedTextResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FormattedText'] = ResolversParentTypes['FormattedText']> = {
  format?: Resolver<ResolversTypes['TextFormat'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type GradeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Grade'] = ResolversParentTypes['Grade'], FederationReferenceType extends FederationReferenceTypes['Grade'] = FederationReferenceTypes['Grade']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Grade']> | FederationReferenceType, FederationReferenceType, ContextType>;
  attempt?: Resolver<ResolversTypes['Attempt'], ParentType, ContextType>;
  calculator?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  course?: Resolver<Maybe<ResolversTypes['Course']>, ParentType, ContextType>;
  exam?: Resolver<ResolversTypes['Exam'], ParentType, ContextType>;
  gradedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  learner?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  maxScore?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  percentage?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type GradeChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GradeChange'] = ResolversParentTypes['GradeChange']> = {
  course?: Resolver<Maybe<ResolversTypes['Course']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  grade?: Resolver<ResolversTypes['Grade'], ParentType, ContextType>;
  learner?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type GradeConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GradeConnection'] = ResolversParentTypes['GradeConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['GradeEdge']>, ParentType, ContextType>;
  feedCursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Grade']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type GradeEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GradeEdge'] = ResolversParentTypes['GradeEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Grade'], ParentType, ContextType>;
};

export type IdempotencyConflictResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IdempotencyConflict'] = ResolversParentTypes['IdempotencyConflict']> = {
  job?: Resolver<ResolversTypes['ImportJob'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ImportJobResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportJob'] = ResolversParentTypes['ImportJob'], FederationReferenceType extends FederationReferenceTypes['ImportJob'] = FederationReferenceTypes['ImportJob']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ImportJob']> | FederationReferenceType, FederationReferenceType, ContextType>;
  bank?: Resolver<Maybe<ResolversTypes['QuestionBank']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  importedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  readCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rejected?: Resolver<ReadonlyArray<ResolversTypes['RejectedQuestion']>, ParentType, ContextType>;
  rejectedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ImportStatus'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ImportProgressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportProgress'] = ResolversParentTypes['ImportProgress']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  job?: Resolver<ResolversTypes['ImportJob'], ParentType, ContextType>;
};

export type ImportQuestionsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportQuestionsResult'] = ResolversParentTypes['ImportQuestionsResult']> = {
  __resolveType: TypeResolveFn<'IdempotencyConflict' | 'ImportQuestionsSuccess' | 'InvalidInput' | 'TooManyImports', ParentType, ContextType>;
};

export type ImportQuestionsSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportQuestionsSuccess'] = ResolversParentTypes['ImportQuestionsSuccess']> = {
  job?: Resolver<ResolversTypes['ImportJob'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvalidInputResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidInput'] = ResolversParentTypes['InvalidInput']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ItemChoicesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ItemChoices'] = ResolversParentTypes['ItemChoices']> = {
  __resolveType: TypeResolveFn<'MatchChoices' | 'OptionChoices', ParentType, ContextType>;
};

export type ItemMatchResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ItemMatch'] = ResolversParentTypes['ItemMatch']> = {
  answer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  pairId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ItemResponseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ItemResponse'] = ResolversParentTypes['ItemResponse']> = {
  matches?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ItemMatch']>>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  optionIds?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ID']>>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type ItemResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ItemResult'] = ResolversParentTypes['ItemResult']> = {
  comment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  feedback?: Resolver<ReadonlyArray<ResolversTypes['FormattedText']>, ParentType, ContextType>;
  points?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type MatchChoicesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MatchChoices'] = ResolversParentTypes['MatchChoices']> = {
  answers?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  prompts?: Resolver<ReadonlyArray<ResolversTypes['MatchPrompt']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MatchPromptResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MatchPrompt'] = ResolversParentTypes['MatchPrompt']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['FormattedText'], ParentType, ContextType>;
};

export type MatchingContentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MatchingContent'] = ResolversParentTypes['MatchingContent']> = {
  distractors?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  pairs?: Resolver<ReadonlyArray<ResolversTypes['MatchingPair']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MatchingPairResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MatchingPair'] = ResolversParentTypes['MatchingPair']> = {
  answer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  prompt?: Resolver<ResolversTypes['FormattedText'], ParentType, ContextType>;
};

export type MultipleChoiceContentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MultipleChoiceContent'] = ResolversParentTypes['MultipleChoiceContent']> = {
  options?: Resolver<ReadonlyArray<ResolversTypes['ChoiceOption']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  createExam?: Resolver<ResolversTypes['CreateExamResult'], ParentType, ContextType, RequireFields<MutationCreateExamArgs, 'input'>>;
  createQuestionBank?: Resolver<ResolversTypes['CreateQuestionBankResult'], ParentType, ContextType, RequireFields<MutationCreateQuestionBankArgs, 'input'>>;
  importQuestions?: Resolver<ResolversTypes['ImportQuestionsResult'], ParentType, ContextType, RequireFields<MutationImportQuestionsArgs, 'input'>>;
  publishExam?: Resolver<ResolversTypes['PublishExamResult'], ParentType, ContextType, RequireFields<MutationPublishExamArgs, 'input'>>;
  reviewItem?: Resolver<ResolversTypes['ReviewItemResult'], ParentType, ContextType, RequireFields<MutationReviewItemArgs, 'input'>>;
  saveResponses?: Resolver<ResolversTypes['SaveResponsesResult'], ParentType, ContextType, RequireFields<MutationSaveResponsesArgs, 'input'>>;
  startAttempt?: Resolver<ResolversTypes['StartAttemptResult'], ParentType, ContextType, RequireFields<MutationStartAttemptArgs, 'input'>>;
  submitAttempt?: Resolver<ResolversTypes['SubmitAttemptResult'], ParentType, ContextType, RequireFields<MutationSubmitAttemptArgs, 'input'>>;
  updateExam?: Resolver<ResolversTypes['UpdateExamResult'], ParentType, ContextType, RequireFields<MutationUpdateExamArgs, 'input'>>;
};

export type NoAttemptsLeftResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NoAttemptsLeft'] = ResolversParentTypes['NoAttemptsLeft']> = {
  attemptsAllowed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NotEnoughQuestionsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotEnoughQuestions'] = ResolversParentTypes['NotEnoughQuestions']> = {
  available?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  section?: Resolver<ResolversTypes['ExamSection'], ParentType, ContextType>;
  wanted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NumericalContentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NumericalContent'] = ResolversParentTypes['NumericalContent']> = {
  answers?: Resolver<ReadonlyArray<ResolversTypes['AcceptedNumber']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OptionChoiceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OptionChoice'] = ResolversParentTypes['OptionChoice']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['FormattedText'], ParentType, ContextType>;
};

export type OptionChoicesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OptionChoices'] = ResolversParentTypes['OptionChoices']> = {
  multiple?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  options?: Resolver<ReadonlyArray<ResolversTypes['OptionChoice']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PublishExamResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublishExamResult'] = ResolversParentTypes['PublishExamResult']> = {
  __resolveType: TypeResolveFn<'ExamAlreadyPublished' | 'ExamConflict' | 'InvalidInput' | 'NotEnoughQuestions' | 'PublishExamSuccess', ParentType, ContextType>;
};

export type PublishExamSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublishExamSuccess'] = ResolversParentTypes['PublishExamSuccess']> = {
  exam?: Resolver<ResolversTypes['Exam'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  attempt?: Resolver<Maybe<ResolversTypes['Attempt']>, ParentType, ContextType, RequireFields<QueryAttemptArgs, 'id'>>;
  exam?: Resolver<Maybe<ResolversTypes['Exam']>, ParentType, ContextType, RequireFields<QueryExamArgs, 'id'>>;
  importJob?: Resolver<Maybe<ResolversTypes['ImportJob']>, ParentType, ContextType, RequireFields<QueryImportJobArgs, 'id'>>;
  questionBank?: Resolver<Maybe<ResolversTypes['QuestionBank']>, ParentType, ContextType, RequireFields<QueryQuestionBankArgs, 'id'>>;
  questionBanks?: Resolver<ResolversTypes['QuestionBankConnection'], ParentType, ContextType, Partial<QueryQuestionBanksArgs>>;
};

export type QuestionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Question'] = ResolversParentTypes['Question'], FederationReferenceType extends FederationReferenceTypes['Question'] = FederationReferenceTypes['Question']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Question']> | FederationReferenceType, FederationReferenceType, ContextType>;
  category?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  content?: Resolver<Maybe<ResolversTypes['QuestionContent']>, ParentType, ContextType>;
  generalFeedback?: Resolver<Maybe<ResolversTypes['FormattedText']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['QuestionKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stem?: Resolver<ResolversTypes['FormattedText'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type QuestionBankResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QuestionBank'] = ResolversParentTypes['QuestionBank'], FederationReferenceType extends FederationReferenceTypes['QuestionBank'] = FederationReferenceTypes['QuestionBank']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['QuestionBank']> | FederationReferenceType, FederationReferenceType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  questionCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  questions?: Resolver<ResolversTypes['QuestionConnection'], ParentType, ContextType, Partial<QuestionBankQuestionsArgs>>;
};

export type QuestionBankConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QuestionBankConnection'] = ResolversParentTypes['QuestionBankConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['QuestionBankEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['QuestionBank']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type QuestionBankEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QuestionBankEdge'] = ResolversParentTypes['QuestionBankEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['QuestionBank'], ParentType, ContextType>;
};

export type QuestionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QuestionConnection'] = ResolversParentTypes['QuestionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['QuestionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Question']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type QuestionContentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QuestionContent'] = ResolversParentTypes['QuestionContent']> = {
  __resolveType: TypeResolveFn<'MatchingContent' | 'MultipleChoiceContent' | 'NumericalContent' | 'ShortAnswerContent' | 'SingleChoiceContent' | 'TrueFalseContent', ParentType, ContextType>;
};

export type QuestionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QuestionEdge'] = ResolversParentTypes['QuestionEdge']> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Question'], ParentType, ContextType>;
};

export type RejectedQuestionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RejectedQuestion'] = ResolversParentTypes['RejectedQuestion']> = {
  excerpt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ResponseReceiptResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResponseReceipt'] = ResolversParentTypes['ResponseReceipt']> = {
  itemId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['ReceiptOutcome'], ParentType, ContextType>;
  savedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sequence?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
};

export type ReviewConflictResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewConflict'] = ResolversParentTypes['ReviewConflict']> = {
  current?: Resolver<ResolversTypes['Attempt'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  yours?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReviewItemResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewItemResult'] = ResolversParentTypes['ReviewItemResult']> = {
  __resolveType: TypeResolveFn<'InvalidInput' | 'ReviewConflict' | 'ReviewItemSuccess', ParentType, ContextType>;
};

export type ReviewItemSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewItemSuccess'] = ResolversParentTypes['ReviewItemSuccess']> = {
  attempt?: Resolver<ResolversTypes['Attempt'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface SafeIntScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['SafeInt'], any> {
  name: 'SafeInt';
}

export type SaveResponsesResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SaveResponsesResult'] = ResolversParentTypes['SaveResponsesResult']> = {
  __resolveType: TypeResolveFn<'AttemptClosed' | 'SaveResponsesSuccess', ParentType, ContextType>;
};

export type SaveResponsesSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SaveResponsesSuccess'] = ResolversParentTypes['SaveResponsesSuccess']> = {
  receipts?: Resolver<ReadonlyArray<ResolversTypes['ResponseReceipt']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ShortAnswerContentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShortAnswerContent'] = ResolversParentTypes['ShortAnswerContent']> = {
  answers?: Resolver<ReadonlyArray<ResolversTypes['AcceptedText']>, ParentType, ContextType>;
  caseSensitive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SingleChoiceContentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SingleChoiceContent'] = ResolversParentTypes['SingleChoiceContent']> = {
  options?: Resolver<ReadonlyArray<ResolversTypes['ChoiceOption']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StartAttemptResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StartAttemptResult'] = ResolversParentTypes['StartAttemptResult']> = {
  __resolveType: TypeResolveFn<'ExamNotOpen' | 'NoAttemptsLeft' | 'StartAttemptSuccess', ParentType, ContextType>;
};

export type StartAttemptSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StartAttemptSuccess'] = ResolversParentTypes['StartAttemptSuccess']> = {
  attempt?: Resolver<ResolversTypes['Attempt'], ParentType, ContextType>;
  resumed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SubmitAttemptResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubmitAttemptResult'] = ResolversParentTypes['SubmitAttemptResult']> = {
  __resolveType: TypeResolveFn<'AlreadySubmitted' | 'DeadlinePassed' | 'SubmitAttemptSuccess', ParentType, ContextType>;
};

export type SubmitAttemptSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubmitAttemptSuccess'] = ResolversParentTypes['SubmitAttemptSuccess']> = {
  attempt?: Resolver<ResolversTypes['Attempt'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  gradeChanged?: SubscriptionResolver<ResolversTypes['GradeChange'], "gradeChanged", ParentType, ContextType, RequireFields<SubscriptionGradeChangedArgs, 'courseId'>>;
  importProgressed?: SubscriptionResolver<ResolversTypes['ImportProgress'], "importProgressed", ParentType, ContextType, RequireFields<SubscriptionImportProgressedArgs, 'jobId'>>;
};

export type TooManyImportsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TooManyImports'] = ResolversParentTypes['TooManyImports']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  most?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TrueFalseContentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrueFalseContent'] = ResolversParentTypes['TrueFalseContent']> = {
  answer?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  feedbackWhenRight?: Resolver<Maybe<ResolversTypes['FormattedText']>, ParentType, ContextType>;
  feedbackWhenWrong?: Resolver<Maybe<ResolversTypes['FormattedText']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateExamResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateExamResult'] = ResolversParentTypes['UpdateExamResult']> = {
  __resolveType: TypeResolveFn<'ExamAlreadyPublished' | 'ExamConflict' | 'InvalidInput' | 'UpdateExamSuccess', ParentType, ContextType>;
};

export type UpdateExamSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateExamSuccess'] = ResolversParentTypes['UpdateExamSuccess']> = {
  exam?: Resolver<ResolversTypes['Exam'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  grades?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Grade']>>, ParentType, ContextType, RequireFields<UserGradesArgs, 'courseId'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AcceptedNumber?: AcceptedNumberResolvers<ContextType>;
  AcceptedText?: AcceptedTextResolvers<ContextType>;
  AlreadySubmitted?: AlreadySubmittedResolvers<ContextType>;
  Attempt?: AttemptResolvers<ContextType>;
  AttemptClosed?: AttemptClosedResolvers<ContextType>;
  AttemptConnection?: AttemptConnectionResolvers<ContextType>;
  AttemptEdge?: AttemptEdgeResolvers<ContextType>;
  AttemptItem?: AttemptItemResolvers<ContextType>;
  AttemptResult?: AttemptResultResolvers<ContextType>;
  ChoiceOption?: ChoiceOptionResolvers<ContextType>;
  Course?: CourseResolvers<ContextType>;
  CreateExamResult?: CreateExamResultResolvers<ContextType>;
  CreateExamSuccess?: CreateExamSuccessResolvers<ContextType>;
  CreateQuestionBankResult?: CreateQuestionBankResultResolvers<ContextType>;
  CreateQuestionBankSuccess?: CreateQuestionBankSuccessResolvers<ContextType>;
  Cursor?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DeadlinePassed?: DeadlinePassedResolvers<ContextType>;
  Decimal?: GraphQLScalarType;
  EmailAddress?: GraphQLScalarType;
  Error?: ErrorResolvers<ContextType>;
  Exam?: ExamResolvers<ContextType>;
  ExamAlreadyPublished?: ExamAlreadyPublishedResolvers<ContextType>;
  ExamConflict?: ExamConflictResolvers<ContextType>;
  ExamNotOpen?: ExamNotOpenResolvers<ContextType>;
  ExamSection?: ExamSectionResolvers<ContextType>;
  FormattedText?: FormattedTextResolvers<ContextType>;
  Grade?: GradeResolvers<ContextType>;
  GradeChange?: GradeChangeResolvers<ContextType>;
  GradeConnection?: GradeConnectionResolvers<ContextType>;
  GradeEdge?: GradeEdgeResolvers<ContextType>;
  IdempotencyConflict?: IdempotencyConflictResolvers<ContextType>;
  ImportJob?: ImportJobResolvers<ContextType>;
  ImportProgress?: ImportProgressResolvers<ContextType>;
  ImportQuestionsResult?: ImportQuestionsResultResolvers<ContextType>;
  ImportQuestionsSuccess?: ImportQuestionsSuccessResolvers<ContextType>;
  InvalidInput?: InvalidInputResolvers<ContextType>;
  ItemChoices?: ItemChoicesResolvers<ContextType>;
  ItemMatch?: ItemMatchResolvers<ContextType>;
  ItemResponse?: ItemResponseResolvers<ContextType>;
  ItemResult?: ItemResultResolvers<ContextType>;
  MatchChoices?: MatchChoicesResolvers<ContextType>;
  MatchPrompt?: MatchPromptResolvers<ContextType>;
  MatchingContent?: MatchingContentResolvers<ContextType>;
  MatchingPair?: MatchingPairResolvers<ContextType>;
  MultipleChoiceContent?: MultipleChoiceContentResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NoAttemptsLeft?: NoAttemptsLeftResolvers<ContextType>;
  NotEnoughQuestions?: NotEnoughQuestionsResolvers<ContextType>;
  NumericalContent?: NumericalContentResolvers<ContextType>;
  OptionChoice?: OptionChoiceResolvers<ContextType>;
  OptionChoices?: OptionChoicesResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PublishExamResult?: PublishExamResultResolvers<ContextType>;
  PublishExamSuccess?: PublishExamSuccessResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Question?: QuestionResolvers<ContextType>;
  QuestionBank?: QuestionBankResolvers<ContextType>;
  QuestionBankConnection?: QuestionBankConnectionResolvers<ContextType>;
  QuestionBankEdge?: QuestionBankEdgeResolvers<ContextType>;
  QuestionConnection?: QuestionConnectionResolvers<ContextType>;
  QuestionContent?: QuestionContentResolvers<ContextType>;
  QuestionEdge?: QuestionEdgeResolvers<ContextType>;
  RejectedQuestion?: RejectedQuestionResolvers<ContextType>;
  ResponseReceipt?: ResponseReceiptResolvers<ContextType>;
  ReviewConflict?: ReviewConflictResolvers<ContextType>;
  ReviewItemResult?: ReviewItemResultResolvers<ContextType>;
  ReviewItemSuccess?: ReviewItemSuccessResolvers<ContextType>;
  SafeInt?: GraphQLScalarType;
  SaveResponsesResult?: SaveResponsesResultResolvers<ContextType>;
  SaveResponsesSuccess?: SaveResponsesSuccessResolvers<ContextType>;
  ShortAnswerContent?: ShortAnswerContentResolvers<ContextType>;
  SingleChoiceContent?: SingleChoiceContentResolvers<ContextType>;
  StartAttemptResult?: StartAttemptResultResolvers<ContextType>;
  StartAttemptSuccess?: StartAttemptSuccessResolvers<ContextType>;
  SubmitAttemptResult?: SubmitAttemptResultResolvers<ContextType>;
  SubmitAttemptSuccess?: SubmitAttemptSuccessResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  TooManyImports?: TooManyImportsResolvers<ContextType>;
  TrueFalseContent?: TrueFalseContentResolvers<ContextType>;
  UpdateExamResult?: UpdateExamResultResolvers<ContextType>;
  UpdateExamSuccess?: UpdateExamSuccessResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
};

