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
  /** A place in a list or a feed. Opaque: pass back what you were given. */
  Cursor: { input: string; output: string; }
  /** A moment in UTC, as RFC 3339 writes it: `2026-01-31T09:30:00.000Z`. */
  DateTime: { input: Date; output: Date; }
  /** A decimal number as a string, such as `"7.50"`; never a binary float. */
  Decimal: { input: string; output: string; }
  /** An e-mail address. */
  EmailAddress: { input: string; output: string; }
  /** A whole number from -(2^53 - 1) to 2^53 - 1, which every client can hold exactly; `Int` has 32 bits. */
  SafeInt: { input: number; output: number; }
  _FieldSet: { input: string; output: string; }
};

/** An accepted interval, its bounds included. */
export type AcceptedNumber = {
  readonly __typename?: 'AcceptedNumber';
  /** Null for none. */
  readonly feedback: Maybe<FormattedText>;
  /** Of the item's points. */
  readonly fraction: Scalars['Decimal']['output'];
  /** The greatest number accepted; null accepts any on that side. */
  readonly max: Maybe<Scalars['Decimal']['output']>;
  /** The least number accepted; null accepts any on that side. */
  readonly min: Maybe<Scalars['Decimal']['output']>;
};

/** An accepted answer. */
export type AcceptedText = {
  readonly __typename?: 'AcceptedText';
  /** Null for none. */
  readonly feedback: Maybe<FormattedText>;
  /** Of the item's points. */
  readonly fraction: Scalars['Decimal']['output'];
  /** `*` stands for any run of characters, `\*` for an asterisk. */
  readonly pattern: Scalars['String']['output'];
};

/** The attempt was handed in before, by another submission. */
export type AlreadySubmitted = Error & {
  readonly __typename?: 'AlreadySubmitted';
  /** The attempt as it stands. */
  readonly attempt: Attempt;
  /** A sentence for people. */
  readonly message: Scalars['String']['output'];
};

/** One learner's go at an exam. Visible to the learner and to those who teach the course. */
export type Attempt = {
  readonly __typename?: 'Attempt';
  /** Null while in progress. */
  readonly closedBy: Maybe<AttemptCloser>;
  /** Until when responses are taken, by the server's clock; null for no limit. */
  readonly deadlineAt: Maybe<Scalars['DateTime']['output']>;
  /** The exam that is attempted. */
  readonly exam: Exam;
  /** Opaque. */
  readonly id: Scalars['ID']['output'];
  /** Its questions, in the order in which the learner sees them. */
  readonly items: ReadonlyArray<AttemptItem>;
  /** Whose attempt it is; null while the identity subgraph is unavailable. */
  readonly learner: Maybe<User>;
  /** The learner's first attempt at the exam is 1. */
  readonly number: Scalars['Int']['output'];
  /** What it came to so far; null while in progress. */
  readonly result: Maybe<AttemptResult>;
  /** The server's clock at this answer: show what is left by it, not by the device's clock. */
  readonly serverTime: Scalars['DateTime']['output'];
  /** When it was started, by the server’s clock. */
  readonly startedAt: Scalars['DateTime']['output'];
  /** How far it has come. */
  readonly status: AttemptStatus;
  /** Null while in progress. */
  readonly submittedAt: Maybe<Scalars['DateTime']['output']>;
  /** Rises by one with every change of status or review. */
  readonly version: Scalars['Int']['output'];
};

/** The attempt takes no responses any more: it was handed in, or its deadline has passed. */
export type AttemptClosed = Error & {
  readonly __typename?: 'AttemptClosed';
  /** The attempt as it stands. */
  readonly attempt: Attempt;
  /** A sentence for people. */
  readonly message: Scalars['String']['output'];
};

/** What ended an attempt. */
export type AttemptCloser =
  /** Its deadline passed; what had been saved until then was handed in. */
  | 'DEADLINE'
  /** The learner handed it in. */
  | 'LEARNER';

/** A page of a list. */
export type AttemptConnection = {
  readonly __typename?: 'AttemptConnection';
  /** The nodes, each with its cursor. */
  readonly edges: ReadonlyArray<AttemptEdge>;
  /** What stands on this page. */
  readonly nodes: ReadonlyArray<Attempt>;
  /** Where the page stands in the whole list. */
  readonly pageInfo: PageInfo;
  /** How many attempts the whole list has. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A place in the list. */
export type AttemptEdge = {
  readonly __typename?: 'AttemptEdge';
  /** Pass it as `after` to read on from here. */
  readonly cursor: Scalars['Cursor']['output'];
  /** What stands there. */
  readonly node: Attempt;
};

/** One question of an attempt, as the learner sees it. */
export type AttemptItem = {
  readonly __typename?: 'AttemptItem';
  /** What there is to choose from, in this attempt's order; null where the learner writes. */
  readonly choices: Maybe<ItemChoices>;
  /** Opaque; name it when you save a response. */
  readonly id: Scalars['ID']['output'];
  /** Which kind of response it takes. */
  readonly kind: QuestionKind;
  /** What it is worth. */
  readonly points: Scalars['Decimal']['output'];
  /** Its place in the attempt, from 1. */
  readonly position: Scalars['Int']['output'];
  /** The saved response; null while there is none. */
  readonly response: Maybe<ItemResponse>;
  /** Null while the attempt is in progress or the item waits for a review. */
  readonly result: Maybe<ItemResult>;
  /** Null before the first save. */
  readonly savedAt: Maybe<Scalars['DateTime']['output']>;
  /** The part of the exam it was drawn for. */
  readonly section: ExamSection;
  /** The number of the newest save that was taken; 0 before the first. */
  readonly sequence: Scalars['SafeInt']['output'];
  /** What is asked. */
  readonly stem: FormattedText;
};

/** What an attempt came to. Marks are rounded once, half up, to 2 decimals. */
export type AttemptResult = {
  readonly __typename?: 'AttemptResult';
  /** False while some item waits for a person to grade it; it counts 0 so far. */
  readonly complete: Scalars['Boolean']['output'];
  /** What all items together are worth. */
  readonly maxScore: Scalars['Decimal']['output'];
  /** 0 to 100. */
  readonly percentage: Scalars['Decimal']['output'];
  /** Points won so far. */
  readonly score: Scalars['Decimal']['output'];
};

/** How far an attempt has come. */
export type AttemptStatus =
  /** Every item is graded. */
  | 'GRADED'
  /** The learner is at work; responses are saved. */
  | 'IN_PROGRESS'
  /** Handed in; about to be graded. */
  | 'SUBMITTED'
  /** Some items wait for a person to grade them. */
  | 'UNDER_REVIEW';

/** An option, with what it is worth. */
export type ChoiceOption = {
  readonly __typename?: 'ChoiceOption';
  /** Null for none. */
  readonly feedback: Maybe<FormattedText>;
  /** Of the item's points: 1 is all of them, a negative one deducts. */
  readonly fraction: Scalars['Decimal']['output'];
  /** Unique in its question. */
  readonly id: Scalars['ID']['output'];
  /** What the option says. */
  readonly text: FormattedText;
};

export type Course = {
  readonly __typename?: 'Course';
  /** The exams of the course, at most 200, oldest first; drafts only for those who teach it. Empty for anyone who is not in the course; null while the assessment subgraph is unavailable. */
  readonly exams: Maybe<ReadonlyArray<Exam>>;
  /** The grades of the course: everybody's for those who teach it, their own for learners. For everyone else FORBIDDEN, and null; null too while the assessment subgraph is unavailable. */
  readonly grades: Maybe<GradeConnection>;
  /** Opaque. */
  readonly id: Scalars['ID']['output'];
};


export type CourseGradesArgs = {
  after: InputMaybe<Scalars['Cursor']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
};

/** What `createExam` takes. */
export type CreateExamInput = {
  /** 1 to 20. */
  readonly attemptsAllowed: Scalars['Int']['input'];
  /** Every attempt ends by then; null for no such bound. */
  readonly closesAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** A course that one teaches. */
  readonly courseId: Scalars['ID']['input'];
  /** No attempt starts before; null for no such bound. */
  readonly opensAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** 1 to 50 sections, which draw at most 500 questions together. */
  readonly sections: ReadonlyArray<ExamSectionInput>;
  /** 30 to 86400; null for no limit. */
  readonly timeLimitSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 200 characters. */
  readonly title: Scalars['String']['input'];
};

/** What `createExam` comes to. */
export type CreateExamResult = CreateExamSuccess | InvalidInput;

/** `createExam` was done. */
export type CreateExamSuccess = {
  readonly __typename?: 'CreateExamSuccess';
  /** The exam, as a draft. */
  readonly exam: Exam;
};

/** What `createQuestionBank` takes. */
export type CreateQuestionBankInput = {
  /** 1 to 200 characters. */
  readonly name: Scalars['String']['input'];
};

/** What `createQuestionBank` comes to. */
export type CreateQuestionBankResult = CreateQuestionBankSuccess | InvalidInput;

/** `createQuestionBank` was done. */
export type CreateQuestionBankSuccess = {
  readonly __typename?: 'CreateQuestionBankSuccess';
  /** The new bank, empty. */
  readonly bank: QuestionBank;
};

/** The deadline passed first: the attempt was closed with what had been saved until then. */
export type DeadlinePassed = Error & {
  readonly __typename?: 'DeadlinePassed';
  /** The attempt as it was closed. */
  readonly attempt: Attempt;
  /** A sentence for people. */
  readonly message: Scalars['String']['output'];
};

/** What an expected failure of a mutation says. Each failure is a type of its own, with what is needed to go on. */
export type Error = {
  /** A sentence for people: what is wrong, and what would be accepted. */
  readonly message: Scalars['String']['output'];
};

/** An exam of a course. Visible to those who teach the course; to its learners once published. */
export type Exam = {
  readonly __typename?: 'Exam';
  /** Everybody's attempts, in the order of their start. For those who teach the course: for everyone else FORBIDDEN, and null. */
  readonly attempts: Maybe<AttemptConnection>;
  /** How many attempts a learner has; the best one counts. */
  readonly attemptsAllowed: Scalars['Int']['output'];
  /** Every attempt ends by then; null for no such bound. */
  readonly closesAt: Maybe<Scalars['DateTime']['output']>;
  /** The course it belongs to; null while the course subgraph is unavailable. */
  readonly course: Maybe<Course>;
  /** Opaque. */
  readonly id: Scalars['ID']['output'];
  /** The viewer's own attempts, in the order of their start. */
  readonly myAttempts: ReadonlyArray<Attempt>;
  /** Before this no attempt can be started; null for no such bound. */
  readonly opensAt: Maybe<Scalars['DateTime']['output']>;
  /** Null while it is a draft. */
  readonly publishedAt: Maybe<Scalars['DateTime']['output']>;
  /** Its parts, in order. */
  readonly sections: ReadonlyArray<ExamSection>;
  /** Whether learners may sit it. */
  readonly status: ExamStatus;
  /** Seconds from the start of an attempt to its deadline; null for no limit. */
  readonly timeLimitSeconds: Maybe<Scalars['Int']['output']>;
  /** As its author wrote it. */
  readonly title: Scalars['String']['output'];
  /** What all items together are worth. */
  readonly totalPoints: Scalars['Decimal']['output'];
  /** Rises by one with every change. */
  readonly version: Scalars['Int']['output'];
};


/** An exam of a course. Visible to those who teach the course; to its learners once published. */
export type ExamAttemptsArgs = {
  after: InputMaybe<Scalars['Cursor']['input']>;
  first: InputMaybe<Scalars['Int']['input']>;
};

/** A published exam cannot be changed, as learners may be sitting it. */
export type ExamAlreadyPublished = Error & {
  readonly __typename?: 'ExamAlreadyPublished';
  /** The exam as it stands. */
  readonly exam: Exam;
  /** A sentence for people. */
  readonly message: Scalars['String']['output'];
};

/** Somebody else changed the exam since you read it. Nothing was changed. */
export type ExamConflict = Error & {
  readonly __typename?: 'ExamConflict';
  /** The exam as it is now. */
  readonly current: Exam;
  /** A sentence for people. */
  readonly message: Scalars['String']['output'];
  /** The version that you expected. */
  readonly yours: Scalars['Int']['output'];
};

/** The exam takes no attempts now. */
export type ExamNotOpen = Error & {
  readonly __typename?: 'ExamNotOpen';
  /** Null for no such bound. */
  readonly closesAt: Maybe<Scalars['DateTime']['output']>;
  /** A sentence for people. */
  readonly message: Scalars['String']['output'];
  /** Null for no such bound. */
  readonly opensAt: Maybe<Scalars['DateTime']['output']>;
};

/** A part of an exam that draws its items from a question bank. */
export type ExamSection = {
  readonly __typename?: 'ExamSection';
  /** The bank it draws from; null for anyone who may not see that bank. */
  readonly bank: Maybe<QuestionBank>;
  /** The category of the bank that it draws from, with those below it; null for the whole bank, and for anyone who may not see the bank. */
  readonly category: Maybe<Scalars['String']['output']>;
  /** How many questions each attempt gets from it, drawn at random. */
  readonly drawCount: Scalars['Int']['output'];
  /** Opaque. */
  readonly id: Scalars['ID']['output'];
  /** What each of its items is worth. */
  readonly pointsPerItem: Scalars['Decimal']['output'];
  /** Whether the items come in random order. */
  readonly shuffleItems: Scalars['Boolean']['output'];
  /** As its author wrote it. */
  readonly title: Scalars['String']['output'];
};

/** A part of an exam to be. */
export type ExamSectionInput = {
  /** A question bank of your own. */
  readonly bankId: Scalars['ID']['input'];
  /** Draw from this category of the bank and those below it; from the whole bank where it is left out. */
  readonly category?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 200. */
  readonly drawCount: Scalars['Int']['input'];
  /** The id of a section of this exam, which it replaces and whose id it keeps; left out for a new section. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /** More than 0, at most 1000, with at most 2 decimals. */
  readonly pointsPerItem: Scalars['Decimal']['input'];
  /** Whether its items come in random order. */
  readonly shuffleItems: Scalars['Boolean']['input'];
  /** 1 to 200 characters. */
  readonly title: Scalars['String']['input'];
};

/** Where an exam stands between being prepared and being sat. */
export type ExamStatus =
  /** Being prepared; visible to those who teach the course. */
  | 'DRAFT'
  /** Learners of the course may attempt it. Its questions are fixed from now on. */
  | 'PUBLISHED';

/** Text as its author wrote it, with the markup it is to be read as. */
export type FormattedText = {
  readonly __typename?: 'FormattedText';
  /** How to read it. */
  readonly format: TextFormat;
  /** As its author wrote it. */
  readonly text: Scalars['String']['output'];
};

/** A learner's grade in an exam: the best of their graded attempts. Visible to the learner and to those who teach the course. */
export type Grade = {
  readonly __typename?: 'Grade';
  /** The attempt that counts. */
  readonly attempt: Attempt;
  /** The rules by which it was computed; an upgrade never recomputes what others were given. */
  readonly calculator: Scalars['String']['output'];
  /** The course of the exam; null while the course subgraph is unavailable. */
  readonly course: Maybe<Course>;
  /** What was graded. */
  readonly exam: Exam;
  /** When it became what it is. */
  readonly gradedAt: Scalars['DateTime']['output'];
  /** Opaque. */
  readonly id: Scalars['ID']['output'];
  /** Whose grade it is; null while the identity subgraph is unavailable. */
  readonly learner: Maybe<User>;
  /** What all items together are worth. */
  readonly maxScore: Scalars['Decimal']['output'];
  /** 0 to 100, to 2 decimals. */
  readonly percentage: Scalars['Decimal']['output'];
  /** Rounded once, half up, to 2 decimals. */
  readonly score: Scalars['Decimal']['output'];
  /** Rises by one with every change of the grade. */
  readonly version: Scalars['Int']['output'];
};

/** A grade is new or has changed. */
export type GradeChange = {
  readonly __typename?: 'GradeChange';
  /** The course in which it changed; null while the course subgraph is unavailable. */
  readonly course: Maybe<Course>;
  /** Pass the last one you received as `after` when you come back: nothing is missed and nothing comes twice. */
  readonly cursor: Scalars['Cursor']['output'];
  /** As it was after this change. */
  readonly grade: Grade;
  /** Whose grade changed; null while the identity subgraph is unavailable. */
  readonly learner: Maybe<User>;
};

/** A page of a list. */
export type GradeConnection = {
  readonly __typename?: 'GradeConnection';
  /** The nodes, each with its cursor. */
  readonly edges: ReadonlyArray<GradeEdge>;
  /** Where the course's grade feed stood when this page was read: pass it to `gradeChanged` as `after`, and nothing is missed. */
  readonly feedCursor: Scalars['Cursor']['output'];
  /** What stands on this page. */
  readonly nodes: ReadonlyArray<Grade>;
  /** Where the page stands in the whole list. */
  readonly pageInfo: PageInfo;
  /** How many grades the whole list has. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A place in the list. */
export type GradeEdge = {
  readonly __typename?: 'GradeEdge';
  /** Pass it as `after` to read on from here. */
  readonly cursor: Scalars['Cursor']['output'];
  /** What stands there. */
  readonly node: Grade;
};

/** The key was used before, for another file, bank or option. Nothing was changed. */
export type IdempotencyConflict = Error & {
  readonly __typename?: 'IdempotencyConflict';
  /** The import that was started by this key. */
  readonly job: ImportJob;
  /** A sentence for people. */
  readonly message: Scalars['String']['output'];
};

/**
 * A file of questions that is being added to a bank. Questions are added in portions, in the order of the file, each once, also when
 * the server stops in between. Visible to the person who started it, as long as they teach, and to administrators.
 */
export type ImportJob = {
  readonly __typename?: 'ImportJob';
  /** The bank that is added to; null where you may not see it. */
  readonly bank: Maybe<QuestionBank>;
  /** When it was asked for. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Why it failed, and what to do; null unless it did. */
  readonly error: Maybe<Scalars['String']['output']>;
  /** Null until it has succeeded or failed. */
  readonly finishedAt: Maybe<Scalars['DateTime']['output']>;
  /** Opaque. */
  readonly id: Scalars['ID']['output'];
  /** How many questions were added. */
  readonly importedCount: Scalars['Int']['output'];
  /** How many of them have been read. */
  readonly readCount: Scalars['Int']['output'];
  /** The first 100 of what could not be taken, in the order of the file. */
  readonly rejected: ReadonlyArray<RejectedQuestion>;
  /** How many questions could not be taken. */
  readonly rejectedCount: Scalars['Int']['output'];
  /** How far it has come. */
  readonly status: ImportStatus;
  /** How many questions the file holds, well written or not; null until they are counted. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** An import has come further. */
export type ImportProgress = {
  readonly __typename?: 'ImportProgress';
  /** Pass the last one you received as `after` when you come back. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The import as it stood then. */
  readonly job: ImportJob;
};

/** What `importQuestions` takes. */
export type ImportQuestionsInput = {
  /** A bank of one’s own. */
  readonly bankId: Scalars['ID']['input'];
  /** Whether upper and lower case differ in the short answers of this file. GIFT itself does not say. */
  readonly caseSensitive: Scalars['Boolean']['input'];
  /** What the text is written in. */
  readonly format: QuestionFileFormat;
  /** Made by the client for this import, 1 to 100 characters; a retry sends the same. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** The text of the file; at most 1,000,000 bytes of UTF-8. */
  readonly text: Scalars['String']['input'];
};

/** What `importQuestions` comes to. */
export type ImportQuestionsResult = IdempotencyConflict | ImportQuestionsSuccess | InvalidInput | TooManyImports;

/** `importQuestions` has started an import, or had started it before. */
export type ImportQuestionsSuccess = {
  readonly __typename?: 'ImportQuestionsSuccess';
  /** The import as it stands: read its `status`. */
  readonly job: ImportJob;
};

/** How far an import has come. */
export type ImportStatus =
  /** Given up; `error` says why. Questions that were added until then stay. */
  | 'FAILED'
  /** Waits: for the server, or for another import of the same person. */
  | 'QUEUED'
  /** Questions are being read and added. */
  | 'RUNNING'
  /** The file was read to its end. Questions that could not be taken are in `rejected`. */
  | 'SUCCEEDED';

/** An argument has a value that the domain does not accept. Nothing was changed. */
export type InvalidInput = Error & {
  readonly __typename?: 'InvalidInput';
  /** The argument, as a path: `sections.0.drawCount`. */
  readonly field: Scalars['String']['output'];
  /** A sentence for people: what is wrong, and what would be accepted. */
  readonly message: Scalars['String']['output'];
};

/** What there is to choose from. */
export type ItemChoices = MatchChoices | OptionChoices;

/** A prompt and the answer that was chosen for it. */
export type ItemMatch = {
  readonly __typename?: 'ItemMatch';
  /** The answer, word for word as offered. */
  readonly answer: Scalars['String']['output'];
  /** The prompt. */
  readonly pairId: Scalars['ID']['output'];
};

/** A response; the field of the item's kind is set, the others are null. */
export type ItemResponse = {
  readonly __typename?: 'ItemResponse';
  /** MATCHING. */
  readonly matches: Maybe<ReadonlyArray<ItemMatch>>;
  /** NUMERICAL, as the learner wrote it. */
  readonly number: Maybe<Scalars['String']['output']>;
  /** SINGLE_CHOICE, MULTIPLE_CHOICE. */
  readonly optionIds: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /** SHORT_ANSWER, ESSAY. */
  readonly text: Maybe<Scalars['String']['output']>;
  /** TRUE_FALSE. */
  readonly value: Maybe<Scalars['Boolean']['output']>;
};

/** What an item came to. */
export type ItemResult = {
  readonly __typename?: 'ItemResult';
  /** What the reviewer wrote; null for none. */
  readonly comment: Maybe<Scalars['String']['output']>;
  /** What the question's author has to say to this response: to chosen options in the order in which they are shown. */
  readonly feedback: ReadonlyArray<FormattedText>;
  /** Points won, exact. */
  readonly points: Scalars['Decimal']['output'];
};

/** Prompts and answers to match. */
export type MatchChoices = {
  readonly __typename?: 'MatchChoices';
  /** What it is matched to, in this attempt’s order; some may belong to no prompt. */
  readonly answers: ReadonlyArray<Scalars['String']['output']>;
  /** What is to be matched, in the author’s order. */
  readonly prompts: ReadonlyArray<MatchPrompt>;
};

/** A prompt and the answer chosen for it. */
export type MatchInput = {
  /** One of the answers offered, word for word. */
  readonly answer: Scalars['String']['input'];
  /** The prompt’s id. */
  readonly pairId: Scalars['ID']['input'];
};

/** One thing to find the answer to. */
export type MatchPrompt = {
  readonly __typename?: 'MatchPrompt';
  /** Name it as `pairId` in the response. Good for this attempt alone. */
  readonly id: Scalars['ID']['output'];
  /** What is asked. */
  readonly text: FormattedText;
};

/** Prompts and what belongs to them. */
export type MatchingContent = {
  readonly __typename?: 'MatchingContent';
  /** Answers that belong to no prompt. */
  readonly distractors: ReadonlyArray<Scalars['String']['output']>;
  /** In the author’s order. */
  readonly pairs: ReadonlyArray<MatchingPair>;
};

/** A prompt and what belongs to it. */
export type MatchingPair = {
  readonly __typename?: 'MatchingPair';
  /** What belongs to it. */
  readonly answer: Scalars['String']['output'];
  /** Unique in its question. */
  readonly id: Scalars['ID']['output'];
  /** What is asked. */
  readonly prompt: FormattedText;
};

/** Options of which any number is chosen. */
export type MultipleChoiceContent = {
  readonly __typename?: 'MultipleChoiceContent';
  /** In the author’s order. */
  readonly options: ReadonlyArray<ChoiceOption>;
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Prepares an exam as a draft. */
  readonly createExam: CreateExamResult;
  /** Opens an empty question bank. */
  readonly createQuestionBank: CreateQuestionBankResult;
  /**
   * Starts to add the questions of a file to a bank: all that can be taken. What cannot is reported by line, with the reason. A small
   * file is imported in the answer; of a large one the answer tells how far it has come, and `importProgressed` tells the rest. Sending
   * it again with the same key answers the same import.
   */
  readonly importQuestions: ImportQuestionsResult;
  /**
   * Opens an exam to the course's learners and fixes the questions it draws from. An exam whose `closesAt` has passed, that is open for
   * less than its time limit from now on, or whose sections draw from more than 10,000 questions together, is refused as `InvalidInput`.
   */
  readonly publishExam: PublishExamResult;
  /** Grades an item by hand, or corrects its grade. For those who teach the course. */
  readonly reviewItem: ReviewItemResult;
  /**
   * Saves responses of an attempt in progress, as often as one likes. Each carries a sequence number of the client's that
   * rises by item: a save that comes twice counts once, one that comes late never overwrites a newer one. What is answered
   * as saved is on disk.
   */
  readonly saveResponses: SaveResponsesResult;
  /** Starts an attempt, or answers the one that is in progress. */
  readonly startAttempt: StartAttemptResult;
  /** Hands an attempt in; it is graded at once as far as machines can. Sending it again with the same key answers the same. */
  readonly submitAttempt: SubmitAttemptResult;
  /** Changes a draft; what is left out stays as it is. */
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

/** All attempts that the exam allows have been used. */
export type NoAttemptsLeft = Error & {
  readonly __typename?: 'NoAttemptsLeft';
  /** How many the exam allows. */
  readonly attemptsAllowed: Scalars['Int']['output'];
  /** A sentence for people. */
  readonly message: Scalars['String']['output'];
};

/** A section asks for more questions than its bank can give it, the other sections being served. */
export type NotEnoughQuestions = Error & {
  readonly __typename?: 'NotEnoughQuestions';
  /** How many can be drawn for it. */
  readonly available: Scalars['Int']['output'];
  /** A sentence for people. */
  readonly message: Scalars['String']['output'];
  /** The section that cannot be served. */
  readonly section: ExamSection;
  /** How many it draws. */
  readonly wanted: Scalars['Int']['output'];
};

/** Numbers that are accepted. */
export type NumericalContent = {
  readonly __typename?: 'NumericalContent';
  /** The first interval that contains the number counts. */
  readonly answers: ReadonlyArray<AcceptedNumber>;
};

/** An option as the learner sees it. */
export type OptionChoice = {
  readonly __typename?: 'OptionChoice';
  /** Name it in `optionIds`. Good for this attempt alone; it tells nothing of the author's order. */
  readonly id: Scalars['ID']['output'];
  /** What the option says. */
  readonly text: FormattedText;
};

/** Options to choose one or more of. */
export type OptionChoices = {
  readonly __typename?: 'OptionChoices';
  /** Whether more than one may be chosen. */
  readonly multiple: Scalars['Boolean']['output'];
  /** In this attempt’s order. */
  readonly options: ReadonlyArray<OptionChoice>;
};

/** Where a page of a connection stands in the whole list. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Pass it as `after` to read on; null on an empty page. */
  readonly endCursor: Maybe<Scalars['Cursor']['output']>;
  /** Whether something comes after this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
};

/** What `publishExam` takes. */
export type PublishExamInput = {
  /** The draft to open. */
  readonly examId: Scalars['ID']['input'];
  /** The version that you saw. */
  readonly expectedVersion: Scalars['Int']['input'];
};

/** What `publishExam` comes to. */
export type PublishExamResult = ExamAlreadyPublished | ExamConflict | InvalidInput | NotEnoughQuestions | PublishExamSuccess;

/** `publishExam` was done. */
export type PublishExamSuccess = {
  readonly __typename?: 'PublishExamSuccess';
  /** The exam, open from now on. */
  readonly exam: Exam;
};

export type Query = {
  readonly __typename?: 'Query';
  /** An attempt; null where there is none that you may see. */
  readonly attempt: Maybe<Attempt>;
  /** An exam; null where there is none that you may see. */
  readonly exam: Maybe<Exam>;
  /** An import; null where there is none that you may see. */
  readonly importJob: Maybe<ImportJob>;
  /** A question bank; null where there is none that you may see. */
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

/** A question of a bank, with its answers: visible to the bank's owner and to administrators. */
export type Question = {
  readonly __typename?: 'Question';
  /** The path of its category, levels separated by `/`; empty for none. */
  readonly category: Scalars['String']['output'];
  /** What it accepts; null for an essay, which a person grades. */
  readonly content: Maybe<QuestionContent>;
  /** Shown with the result, whatever was answered; null for none. */
  readonly generalFeedback: Maybe<FormattedText>;
  /** Opaque; the same through all versions. */
  readonly id: Scalars['ID']['output'];
  /** How it is answered. */
  readonly kind: QuestionKind;
  /** What its author calls it. */
  readonly name: Scalars['String']['output'];
  /** What is asked. */
  readonly stem: FormattedText;
  /** Rises with every edit; exams keep the version they were published with. */
  readonly version: Scalars['Int']['output'];
};

/** Questions that one instructor keeps together. Visible to its owner, as long as the owner teaches, and to administrators. */
export type QuestionBank = {
  readonly __typename?: 'QuestionBank';
  /** When it was opened. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Opaque. */
  readonly id: Scalars['ID']['output'];
  /** As its owner wrote it. */
  readonly name: Scalars['String']['output'];
  /** Who keeps it; null while the identity subgraph is unavailable. */
  readonly owner: Maybe<User>;
  /** How many questions it holds now. */
  readonly questionCount: Scalars['Int']['output'];
  /** In the order in which they were added; of one category (and those below it) where `category` is given. */
  readonly questions: QuestionConnection;
};


/** Questions that one instructor keeps together. Visible to its owner, as long as the owner teaches, and to administrators. */
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
  /** What stands on this page. */
  readonly nodes: ReadonlyArray<QuestionBank>;
  /** Where the page stands in the whole list. */
  readonly pageInfo: PageInfo;
  /** How many question banks the whole list has. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A place in the list. */
export type QuestionBankEdge = {
  readonly __typename?: 'QuestionBankEdge';
  /** Pass it as `after` to read on from here. */
  readonly cursor: Scalars['Cursor']['output'];
  /** What stands there. */
  readonly node: QuestionBank;
};

/** A page of a list. */
export type QuestionConnection = {
  readonly __typename?: 'QuestionConnection';
  /** The nodes, each with its cursor. */
  readonly edges: ReadonlyArray<QuestionEdge>;
  /** What stands on this page. */
  readonly nodes: ReadonlyArray<Question>;
  /** Where the page stands in the whole list. */
  readonly pageInfo: PageInfo;
  /** How many questions the whole list has. */
  readonly totalCount: Scalars['Int']['output'];
};

/** What a question accepts; by kind. */
export type QuestionContent = MatchingContent | MultipleChoiceContent | NumericalContent | ShortAnswerContent | SingleChoiceContent | TrueFalseContent;

/** A place in the list. */
export type QuestionEdge = {
  readonly __typename?: 'QuestionEdge';
  /** Pass it as `after` to read on from here. */
  readonly cursor: Scalars['Cursor']['output'];
  /** What stands there. */
  readonly node: Question;
};

/** What a file of questions is written in. */
export type QuestionFileFormat =
  /** Moodle's text format. */
  | 'GIFT';

/** How a question is answered. */
export type QuestionKind =
  /** Free text that a person grades. */
  | 'ESSAY'
  /** Prompts are matched to answers. */
  | 'MATCHING'
  /** Any number of options is chosen; their fractions add up. */
  | 'MULTIPLE_CHOICE'
  /** A number, compared with the accepted intervals. */
  | 'NUMERICAL'
  /** A short text, compared with the accepted ones. */
  | 'SHORT_ANSWER'
  /** One option is chosen. */
  | 'SINGLE_CHOICE'
  /** A statement is true or false. */
  | 'TRUE_FALSE';

/** What became of a save. */
export type ReceiptOutcome =
  /** This very save had come before; it is on disk. */
  | 'ALREADY_SAVED'
  /** The item does not take this response; `message` says what it takes. Nothing was changed. */
  | 'INVALID'
  /** On disk. */
  | 'SAVED'
  /** A newer save of the item was taken before; this one was passed over. */
  | 'STALE';

/** A question of an imported file that could not be taken. */
export type RejectedQuestion = {
  readonly __typename?: 'RejectedQuestion';
  /** How it begins; at most 80 characters. */
  readonly excerpt: Scalars['String']['output'];
  /** The line of the file at which it begins, from 1. */
  readonly line: Scalars['Int']['output'];
  /** What is wrong, and what would be accepted; at most 500 characters. */
  readonly reason: Scalars['String']['output'];
};

/** Set the field of the item's kind; leave all of them out to take the response back. */
export type ResponseInput = {
  /** An item of the attempt. */
  readonly itemId: Scalars['ID']['input'];
  /** MATCHING. */
  readonly matches?: InputMaybe<ReadonlyArray<MatchInput>>;
  /** NUMERICAL: digits with a decimal point or comma. */
  readonly number?: InputMaybe<Scalars['String']['input']>;
  /** SINGLE_CHOICE (exactly one), MULTIPLE_CHOICE. */
  readonly optionIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Rises with each save of the item; 1 or more. */
  readonly sequence: Scalars['SafeInt']['input'];
  /** SHORT_ANSWER: at most 1,000 characters; ESSAY: at most 100,000. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  /** TRUE_FALSE. */
  readonly value?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What became of one response. */
export type ResponseReceipt = {
  readonly __typename?: 'ResponseReceipt';
  /** The item that was to be saved. */
  readonly itemId: Scalars['ID']['output'];
  /** What would be accepted; null unless INVALID. */
  readonly message: Maybe<Scalars['String']['output']>;
  /** What became of it. */
  readonly outcome: ReceiptOutcome;
  /** When that one was taken; null where there was none. */
  readonly savedAt: Maybe<Scalars['DateTime']['output']>;
  /** The newest save that was taken; go on from the next number. */
  readonly sequence: Scalars['SafeInt']['output'];
};

/** Somebody else graded since you looked. Nothing was changed. */
export type ReviewConflict = Error & {
  readonly __typename?: 'ReviewConflict';
  /** The attempt as it is now. */
  readonly current: Attempt;
  /** A sentence for people. */
  readonly message: Scalars['String']['output'];
  /** The points that you wanted to give. */
  readonly yours: Scalars['Decimal']['output'];
};

/** What `reviewItem` takes. */
export type ReviewItemInput = {
  /** The attempt, handed in. */
  readonly attemptId: Scalars['ID']['input'];
  /** At most 10,000 characters. Left out, the comment stays as it is; null takes it away. */
  readonly comment?: InputMaybe<Scalars['String']['input']>;
  /** The version of the attempt that you saw. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** The item of it to grade. */
  readonly itemId: Scalars['ID']['input'];
  /** 0 to what the item is worth, with at most 2 decimals. */
  readonly points: Scalars['Decimal']['input'];
};

/** What `reviewItem` comes to. */
export type ReviewItemResult = InvalidInput | ReviewConflict | ReviewItemSuccess;

/** `reviewItem` was done. */
export type ReviewItemSuccess = {
  readonly __typename?: 'ReviewItemSuccess';
  /** The attempt with the new points. */
  readonly attempt: Attempt;
};

/** What `saveResponses` takes. */
export type SaveResponsesInput = {
  /** The attempt in progress, one’s own. */
  readonly attemptId: Scalars['ID']['input'];
  /** 1 to 200, each item at most once. */
  readonly responses: ReadonlyArray<ResponseInput>;
};

/** What `saveResponses` comes to. */
export type SaveResponsesResult = AttemptClosed | SaveResponsesSuccess;

/** `saveResponses` was done. */
export type SaveResponsesSuccess = {
  readonly __typename?: 'SaveResponsesSuccess';
  /** One for each response, in their order. */
  readonly receipts: ReadonlyArray<ResponseReceipt>;
};

/** Texts that are accepted. */
export type ShortAnswerContent = {
  readonly __typename?: 'ShortAnswerContent';
  /** The first one that matches counts. */
  readonly answers: ReadonlyArray<AcceptedText>;
  /** Whether upper and lower case count. */
  readonly caseSensitive: Scalars['Boolean']['output'];
};

/** Options of which one is chosen. */
export type SingleChoiceContent = {
  readonly __typename?: 'SingleChoiceContent';
  /** In the author’s order. */
  readonly options: ReadonlyArray<ChoiceOption>;
};

/** What `startAttempt` takes. */
export type StartAttemptInput = {
  /** The exam to sit. */
  readonly examId: Scalars['ID']['input'];
};

/** What `startAttempt` comes to. */
export type StartAttemptResult = ExamNotOpen | NoAttemptsLeft | StartAttemptSuccess;

/** `startAttempt` was done. */
export type StartAttemptSuccess = {
  readonly __typename?: 'StartAttemptSuccess';
  /** The attempt that is in progress now. */
  readonly attempt: Attempt;
  /** Whether the attempt was in progress already. */
  readonly resumed: Scalars['Boolean']['output'];
};

/** What `submitAttempt` takes. */
export type SubmitAttemptInput = {
  /** The attempt to hand in, one’s own. */
  readonly attemptId: Scalars['ID']['input'];
  /** Made by the client for this submission, 1 to 100 characters; a retry sends the same. */
  readonly idempotencyKey: Scalars['String']['input'];
};

/** What `submitAttempt` comes to. */
export type SubmitAttemptResult = AlreadySubmitted | DeadlinePassed | SubmitAttemptSuccess;

/** `submitAttempt` was done. */
export type SubmitAttemptSuccess = {
  readonly __typename?: 'SubmitAttemptSuccess';
  /** The attempt, graded as far as machines can. */
  readonly attempt: Attempt;
};

export type Subscription = {
  readonly __typename?: 'Subscription';
  /**
   * Grades of a course as they change: everybody's for those who teach it, their own for learners. The right to see them is
   * checked again with every event.
   */
  readonly gradeChanged: GradeChange;
  /**
   * An import as it comes further, up to its end, with which the subscription completes. Some states in between may be left out, the last
   * one never.
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

/** How a text is to be read. */
export type TextFormat =
  /** HTML as its author wrote it: sanitise it before showing it. */
  | 'HTML'
  /** CommonMark. */
  | 'MARKDOWN'
  /** As it stands. */
  | 'PLAIN';

/** Too many imports wait or run. Nothing was changed: send it again, with the same key, when one has ended. */
export type TooManyImports = Error & {
  readonly __typename?: 'TooManyImports';
  /** A sentence for people. */
  readonly message: Scalars['String']['output'];
  /** How many may wait or run. */
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

/** What `updateExam` takes. */
export type UpdateExamInput = {
  /** 1 to 20. */
  readonly attemptsAllowed?: InputMaybe<Scalars['Int']['input']>;
  /** Null takes the bound away. */
  readonly closesAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The draft to change. */
  readonly examId: Scalars['ID']['input'];
  /** The version that you saw. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** Null takes the bound away. */
  readonly opensAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** All sections as they are to be; 1 to 50, which draw at most 500 questions together. */
  readonly sections?: InputMaybe<ReadonlyArray<ExamSectionInput>>;
  /** 30 to 86400; null takes the limit away. */
  readonly timeLimitSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 200 characters. */
  readonly title?: InputMaybe<Scalars['String']['input']>;
};

/** What `updateExam` comes to. */
export type UpdateExamResult = ExamAlreadyPublished | ExamConflict | InvalidInput | UpdateExamSuccess;

/** `updateExam` was done. */
export type UpdateExamSuccess = {
  readonly __typename?: 'UpdateExamSuccess';
  /** The exam after the change. */
  readonly exam: Exam;
};

export type User = {
  readonly __typename?: 'User';
  /** The person's grades in a course. Empty unless it is oneself or somebody in a course one teaches; null while the assessment subgraph is unavailable. */
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

