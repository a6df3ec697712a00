import { randomBytes } from 'node:crypto';
import type { Viewer } from '@lyceum/auth';
import { AttemptId, AttemptItemId, AttemptSubmitted, type ExamId, type Invalid, newId } from '@lyceum/contracts';
import { databaseNow } from '@lyceum/database';
import type { Outbox, Transaction } from '@lyceum/outbox';
import { requireRight } from '@lyceum/roster';
import { badUserInput, type Conflict, conflictOf, notFound } from '@lyceum/subgraph';
import type { Tracer } from '@lyceum/telemetry';
import type { DataSource, EntityManager } from 'typeorm';
import { drawItems } from '../draw/draw-items.ts';
import { exams } from '../exam/exam.repository.ts';
import { deadlineOf, type Exam, isOpen, maySeeExam } from '../exam/exam.ts';
import type { GradeService } from '../grade/grade.service.ts';
import type { AttemptResult } from '../grade/grade.ts';
import { questions } from '../question/question.repository.ts';
import { type QuestionContent, versionKey } from '../question/question.ts';
import { attemptItems, attempts } from './attempt.repository.ts';
import {
  type Attempt,
  type AttemptItem,
  type ClosedAttempt,
  type Closer,
  closeAttempt,
  gradeAttempt,
  hasExpired,
  type InProgress,
  maySeeAttempt,
  newItem,
  type Receipt,
  reviewItem,
  saveResponse,
  scoreOf,
  startAttempt,
} from './attempt.ts';
import { type ResponseFields, readResponse } from './response-input.ts';
import { checkReview, type Review } from './review.ts';

export type StartOutcome =
  | { readonly outcome: 'STARTED'; readonly attempt: Attempt; readonly resumed: boolean }
  | { readonly outcome: 'NOT_OPEN'; readonly exam: Exam }
  | { readonly outcome: 'NO_ATTEMPTS_LEFT'; readonly exam: Exam };

export type SaveOutcome =
  | { readonly outcome: 'SAVED'; readonly receipts: readonly Receipt[] }
  | { readonly outcome: 'CLOSED'; readonly attempt: Attempt };

export type SubmitOutcome = {
  readonly outcome: 'SUBMITTED' | 'ALREADY_SUBMITTED' | 'DEADLINE_PASSED';
  readonly attempt: Attempt;
};

export type ReviewOutcome = { readonly outcome: 'REVIEWED'; readonly attempt: Attempt } | Conflict<Attempt> | Invalid;

export interface ResponseSave extends ResponseFields {
  readonly itemId: AttemptItemId;
  readonly sequence: number;
}

export class AttemptService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly outbox: Outbox,
    private readonly grades: GradeService,
    private readonly tracer: Tracer,
  ) {}

  async start(viewer: Viewer, examId: ExamId): Promise<StartOutcome> {
    const { manager } = this.dataSource;
    const found = await exams.find(manager, examId);
    const exam = await requireRight(manager, viewer, 'exam.sit', found, {
      what: 'exam',
      id: examId,
      maySee: maySeeExam,
    });

    return this.outbox.transaction(async ({ manager }) => {
      await attempts.lockLearner(manager, examId, viewer.userId);
      const now = await databaseNow(manager);
      const earlier = await attempts.findOfLearner(manager, examId, viewer.userId);
      const current = earlier.find((attempt) => attempt.status === 'IN_PROGRESS' && !hasExpired(attempt, now));
      if (current) return { outcome: 'STARTED', attempt: current, resumed: true };
      if (!isOpen(exam, now)) return { outcome: 'NOT_OPEN', exam };
      if (earlier.length >= exam.attemptsAllowed) return { outcome: 'NO_ATTEMPTS_LEFT', exam };

      const seed = randomBytes(16).toString('hex');
      const drawn = drawItems(exam.sections, await exams.findCandidates(manager, examId), seed);
      const attempt = startAttempt({
        id: newId(AttemptId),
        examId,
        courseId: exam.courseId,
        learnerId: viewer.userId,
        number: earlier.length + 1,
        seed,
        startedAt: now,
        deadlineAt: deadlineOf(exam, now),
      });
      await attempts.add(
        manager,
        attempt,
        drawn.map((item) => newItem(newId(AttemptItemId), item)),
      );
      return { outcome: 'STARTED', attempt, resumed: false };
    });
  }

  /** Returns a receipt for each response; a response reported as saved is committed. */
  async save(viewer: Viewer, attemptId: AttemptId, saves: readonly ResponseSave[]): Promise<SaveOutcome> {
    return this.outbox.transaction(async (transaction) => {
      const { manager } = transaction;
      const attempt = await this.lockOwn(manager, viewer, attemptId);
      if (attempt.status !== 'IN_PROGRESS') return { outcome: 'CLOSED', attempt };
      const now = await databaseNow(manager);
      if (hasExpired(attempt, now)) {
        return { outcome: 'CLOSED', attempt: await this.closeAtDeadline(transaction, attempt, now) };
      }

      const items = new Map((await attemptItems.findOf(manager, attemptId)).map((item) => [item.id, item]));
      const touched = saves.map(({ itemId }, index) => {
        return items.get(itemId) ?? refuse(`input.responses.${index}.itemId`, 'expected an item of this attempt');
      });
      const contents = await this.contentsOf(manager, touched);
      const results = saves.map((save, index) => {
        const { item, content } = contents[index] ?? refuse(`input.responses.${index}.itemId`, 'expected an item');
        const read = readResponse(content, item.seed, save);
        if (read.ok) return saveResponse(item, content, { sequence: save.sequence, response: read.response }, now);
        const { id, sequence, savedAt } = item;
        return { item, receipt: { itemId: id, outcome: 'INVALID', sequence, savedAt, message: read.reason } as const };
      });
      await attemptItems.saveMany(
        manager,
        results.filter(({ receipt }) => receipt.outcome === 'SAVED').map(({ item }) => item),
      );
      return { outcome: 'SAVED', receipts: results.map(({ receipt }) => receipt) };
    });
  }

  async submit(viewer: Viewer, attemptId: AttemptId, submissionKey: string): Promise<SubmitOutcome> {
    return this.outbox.transaction(async (transaction) => {
      const attempt = await this.lockOwn(transaction.manager, viewer, attemptId);
      if (attempt.status !== 'IN_PROGRESS') {
        if (attempt.closedBy === 'DEADLINE') return { outcome: 'DEADLINE_PASSED', attempt };
        return { outcome: attempt.submissionKey === submissionKey ? 'SUBMITTED' : 'ALREADY_SUBMITTED', attempt };
      }
      const now = await databaseNow(transaction.manager);
      if (hasExpired(attempt, now)) {
        return { outcome: 'DEADLINE_PASSED', attempt: await this.closeAtDeadline(transaction, attempt, now) };
      }
      const closed = { submittedAt: now, closedBy: 'LEARNER' as const, submissionKey };
      return { outcome: 'SUBMITTED', attempt: await this.close(transaction, attempt, closed, now) };
    });
  }

  async review(viewer: Viewer, review: Review): Promise<ReviewOutcome> {
    return this.outbox.transaction(async (transaction) => {
      const { manager } = transaction;
      const found = await attempts.lock(manager, review.attemptId);
      const attempt = await requireRight(manager, viewer, 'attempt.review', found, {
        what: 'attempt',
        id: review.attemptId,
        maySee: (seen, role) => maySeeAttempt(seen, viewer, role),
      });
      const conflict = conflictOf(attempt, review.expectedVersion);
      if (conflict) return conflict;
      const items = await attemptItems.findOf(manager, attempt.id);
      const fault = checkReview(review, attempt, items);
      if (fault) return fault;
      if (attempt.status === 'IN_PROGRESS') throw new Error('Expected a review of a submitted attempt.');

      const now = await databaseNow(manager);
      const { points, comment, itemId } = review;
      const given = { points, comment, reviewerId: viewer.userId };
      const reviewed = reviewItem(attempt, items, itemId, given, now);
      return { outcome: 'REVIEWED', attempt: await this.saveGraded(transaction, reviewed, now) };
    });
  }

  /** Attempts whose deadline has passed, longest overdue first; at most 100, and none of `except`. */
  async findExpired(except: readonly AttemptId[]): Promise<AttemptId[]> {
    return attempts.findExpired(this.dataSource.manager, 100, except);
  }

  /** Closes an attempt whose deadline has passed; any other is left unchanged. */
  async closeExpired(attemptId: AttemptId): Promise<void> {
    const close = async (transaction: Transaction): Promise<void> => {
      const attempt = await attempts.lock(transaction.manager, attemptId);
      const now = await databaseNow(transaction.manager);
      if (attempt?.status !== 'IN_PROGRESS' || !hasExpired(attempt, now)) return;
      await this.closeAtDeadline(transaction, attempt, now);
    };
    const attributes = { 'lyceum.attempt.id': attemptId };
    await this.tracer.span('close at deadline', { attributes }, () => this.outbox.transaction(close));
  }

  private async lockOwn(manager: EntityManager, viewer: Viewer, attemptId: AttemptId): Promise<Attempt> {
    const attempt = await attempts.lock(manager, attemptId);
    if (attempt?.learnerId !== viewer.userId) throw notFound('attempt', attemptId);
    return attempt;
  }

  private closeAtDeadline(transaction: Transaction, attempt: InProgress, now: Date): Promise<ClosedAttempt> {
    const closed = { submittedAt: attempt.deadlineAt ?? now, closedBy: 'DEADLINE' as const, submissionKey: null };
    return this.close(transaction, attempt, closed, now);
  }

  /** Submits and grades in the caller's transaction, so an attempt is never visible as submitted but ungraded. */
  private async close(
    transaction: Transaction,
    attempt: InProgress,
    closing: { submittedAt: Date; closedBy: Closer; submissionKey: string | null },
    now: Date,
  ): Promise<ClosedAttempt> {
    const { manager, append } = transaction;
    const closed = closeAttempt(attempt, closing);
    const { id: attemptId, examId, courseId, learnerId, submittedAt, closedBy } = closed;
    append(
      AttemptSubmitted,
      { attemptId, examId, courseId, learnerId, closedBy, submittedAt: submittedAt.toISOString() },
      closed.version,
    );
    const contents = await this.contentsOf(manager, await attemptItems.findOf(manager, attemptId));
    return this.saveGraded(transaction, gradeAttempt(closed, contents), now);
  }

  private async saveGraded(
    transaction: Transaction,
    { attempt, items }: { attempt: ClosedAttempt; items: readonly AttemptItem[] },
    now: Date,
  ): Promise<ClosedAttempt> {
    const { manager } = transaction;
    await attempts.save(manager, attempt);
    await attemptItems.saveMany(manager, items);
    await attempts.lockLearner(manager, attempt.examId, attempt.learnerId);
    await this.grades.update(transaction, attempt, await this.resultsOf(manager, attempt), now);
    return attempt;
  }

  /** Scores of a learner's graded attempts at an exam, by start time. */
  private async resultsOf(
    manager: EntityManager,
    { examId, learnerId }: Pick<Attempt, 'examId' | 'learnerId'>,
  ): Promise<AttemptResult[]> {
    const all = await attempts.findOfLearner(manager, examId, learnerId);
    const graded = all.filter(({ status }) => status === 'GRADED');
    const ids = graded.map(({ id }) => id);
    const items = await attemptItems.findByAttempts(manager, ids);
    return graded.map(({ id, calculator }) => ({ attemptId: id, calculator, score: scoreOf(items.get(id) ?? []) }));
  }

  private async contentsOf(
    manager: EntityManager,
    items: readonly AttemptItem[],
  ): Promise<{ item: AttemptItem; content: QuestionContent }[]> {
    const keys = items.map(({ questionId, questionVersion }) => ({ questionId, version: questionVersion }));
    const versions = new Map((await questions.findVersions(manager, keys)).map((said) => [versionKey(said), said]));
    return items.map((item) => {
      const said = versions.get(versionKey({ questionId: item.questionId, version: item.questionVersion }));
      if (!said) throw new Error(`Item ${item.id} refers to a question version that does not exist.`);
      return { item, content: said.content };
    });
  }
}

function refuse(argument: string, message: string): never {
  throw badUserInput(argument, message);
}
