import type { AttemptId, ExamId, UserId } from '@lyceum/contracts';
import { groupedBy, repositoryOf } from '@lyceum/database';

import { type EntityManager, In } from 'typeorm';
import { AttemptEntity, AttemptItemEntity } from './attempt.entity.ts';
import type { Attempt, AttemptItem } from './attempt.ts';

/** To change an attempt or its items, lock the attempt first. */
export const attempts = {
  ...repositoryOf(AttemptEntity, toAttempt),

  async add(manager: EntityManager, attempt: Attempt, items: readonly AttemptItem[]): Promise<void> {
    await manager.insert(AttemptEntity, attempt);
    await manager.insert(
      AttemptItemEntity,
      items.map((item) => ({ ...item, attemptId: attempt.id })),
    );
  },

  async save(manager: EntityManager, attempt: Attempt): Promise<void> {
    const { id, ...columns } = attempt;
    await manager.update(AttemptEntity, { id }, columns);
  },

  /** Serializes operations that depend on all of a learner's attempts at an exam. */
  async lockLearner(manager: EntityManager, examId: ExamId, learnerId: UserId): Promise<void> {
    await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`attempts ${examId} ${learnerId}`]);
  },

  /** A learner's attempts at an exam, by start time. */
  async findOfLearner(manager: EntityManager, examId: ExamId, learnerId: UserId): Promise<Attempt[]> {
    return (await manager.find(AttemptEntity, { where: { examId, learnerId }, order: { number: 'ASC' } })).map(
      toAttempt,
    );
  },

  /** A learner's attempts at some exams, by start time. */
  async findOfLearnerAtMany(
    manager: EntityManager,
    examIds: readonly ExamId[],
    learnerId: UserId,
  ): Promise<Map<ExamId, Attempt[]>> {
    const where = { examId: In([...examIds]), learnerId };
    const rows = await manager.find(AttemptEntity, { where, order: { number: 'ASC' } });
    return groupedBy(rows.map(toAttempt), ({ examId }) => examId);
  },

  /** Attempts in progress whose deadline has passed by the database's clock, longest overdue first. */
  async findExpired(manager: EntityManager, limit: number, except: readonly AttemptId[]): Promise<AttemptId[]> {
    const rows: { id: AttemptId }[] = await manager.query(
      `SELECT id FROM attempt WHERE status = 'IN_PROGRESS' AND deadline_at <= clock_timestamp() AND NOT id = ANY($2)
       ORDER BY deadline_at LIMIT $1`,
      [limit, except],
    );
    return rows.map(({ id }) => id);
  },
};

export const attemptItems = {
  /** The items of some attempts, by attempt and position. */
  async findByAttempts(
    manager: EntityManager,
    attemptIds: readonly AttemptId[],
  ): Promise<Map<AttemptId, AttemptItem[]>> {
    const rows = await manager.find(AttemptItemEntity, {
      where: { attemptId: In([...attemptIds]) },
      order: { position: 'ASC' },
    });
    const byAttempt = new Map<AttemptId, AttemptItem[]>(attemptIds.map((id) => [id, []]));
    for (const { attemptId, ...item } of rows) byAttempt.get(attemptId)?.push(item);
    return byAttempt;
  },

  async findOf(manager: EntityManager, attemptId: AttemptId): Promise<AttemptItem[]> {
    return (await attemptItems.findByAttempts(manager, [attemptId])).get(attemptId) ?? [];
  },

  /** Saves responses and outcomes; one statement regardless of their number. */
  async saveMany(manager: EntityManager, items: readonly AttemptItem[]): Promise<void> {
    if (items.length === 0) return;
    const rows = items.map(({ id, response, sequence, savedAt, outcome }) => ({
      id,
      response,
      sequence,
      saved_at: savedAt,
      outcome,
    }));
    await manager.query(
      `UPDATE attempt_item SET response = new.response, sequence = new.sequence,
         saved_at = new.saved_at, outcome = new.outcome
       FROM jsonb_to_recordset($1::jsonb)
         AS new(id uuid, response jsonb, sequence bigint, saved_at timestamptz, outcome jsonb)
       WHERE attempt_item.id = new.id`,
      [JSON.stringify(rows)],
    );
  },
};

function toAttempt(row: AttemptEntity): Attempt {
  return { ...row } as Attempt;
}
