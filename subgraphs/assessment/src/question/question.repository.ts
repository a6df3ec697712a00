import type { QuestionBankId, QuestionId } from '@lyceum/contracts';
import { groupedBy, type IdPage, repositoryOf } from '@lyceum/database';

import { Brackets, type EntityManager, type SelectQueryBuilder } from 'typeorm';

import { QuestionEntity, QuestionVersionEntity } from './question.entity.ts';
import type { Question, QuestionDraft, QuestionVersion } from './question.ts';

/** A page of a bank's questions; of all categories where `category` is null. */
export interface QuestionPage extends IdPage<QuestionId> {
  readonly category: string | null;
}

/** A question without its content. */
type QuestionRow = Omit<Question, keyof Omit<QuestionVersion, 'questionId' | 'version'>>;

const rows = repositoryOf(QuestionEntity, (row): QuestionRow => ({ ...row }));

export const questions = {
  /** One statement: large imports add several hundred at a time. */
  async add(
    manager: EntityManager,
    bankId: QuestionBankId,
    drafts: readonly { id: QuestionId; draft: QuestionDraft }[],
  ): Promise<void> {
    if (drafts.length === 0) return;
    const rows = drafts.map(({ id, draft: { name, category, stem, content, generalFeedback } }) => {
      return { id, name, category, stem, content, general_feedback: generalFeedback };
    });
    await manager.query(
      `WITH draft AS MATERIALIZED (
         SELECT * FROM jsonb_to_recordset($2::jsonb)
           AS given(id uuid, name text, category text, stem jsonb, content jsonb, general_feedback jsonb)
       ), added AS (
         INSERT INTO question (id, bank_id, version, name, category) SELECT id, $1, 1, name, category FROM draft
       )
       INSERT INTO question_version (question_id, version, stem, content, general_feedback)
       SELECT id, 1, stem, content, nullif(general_feedback, 'null'::jsonb) FROM draft`,
      [bankId, JSON.stringify(rows)],
    );
  },

  /** Two statements. */
  async findMany(manager: EntityManager, ids: readonly QuestionId[]): Promise<Question[]> {
    return withContent(manager, await rows.findMany(manager, ids));
  },

  /**
   * The same page of each bank's questions, or of those in a category and its subcategories, in the order in which they
   * were added; one more than the page size. Two statements.
   */
  async findPages(
    manager: EntityManager,
    bankIds: readonly QuestionBankId[],
    page: QuestionPage,
  ): Promise<Map<QuestionBankId, Question[]>> {
    const { category } = page;
    const of = await rows.findPageOfEach(manager, 'bankId', bankIds, page, {
      condition: category === null ? 'true' : 'listed.category = :category OR starts_with(listed.category, :below)',
      parameters: { category, below: `${category}/` },
    });
    return groupedBy(await withContent(manager, [...of.values()].flat()), ({ bankId }) => bankId);
  },

  /**
   * The questions of a bank, or of a category and its subcategories, in the order in which they were added; at most
   * `limit`.
   */
  async findKeys(
    manager: EntityManager,
    bankId: QuestionBankId,
    category: string | null,
    limit: number,
  ): Promise<Pick<QuestionVersion, 'questionId' | 'version'>[]> {
    return inBank(manager, bankId, category)
      .select('question.id', 'questionId')
      .addSelect('question.version', 'version')
      .orderBy('question.id')
      .limit(limit)
      .getRawMany();
  },

  /** Of each bank, or of a category of each and its subcategories; one statement. */
  async countByBank(
    manager: EntityManager,
    bankIds: readonly QuestionBankId[],
    category: string | null = null,
  ): Promise<Map<QuestionBankId, number>> {
    const rows: { bank_id: QuestionBankId; count: string }[] = await manager.query(
      `SELECT bank_id, count(*) FROM question
       WHERE bank_id = ANY($1) AND ($2::text IS NULL OR category = $2 OR starts_with(category, $2 || '/')) GROUP BY bank_id`,
      [bankIds, category],
    );
    return new Map(rows.map(({ bank_id, count }) => [bank_id, Number(count)]));
  },

  /** Versions by their keys; one statement. */
  async findVersions(
    manager: EntityManager,
    keys: readonly { questionId: QuestionId; version: number }[],
  ): Promise<QuestionVersion[]> {
    const rows = await manager
      .createQueryBuilder(QuestionVersionEntity, 'version')
      .where(
        '(version.question_id, version.version) IN (SELECT * FROM unnest(CAST(:ids AS uuid[]), CAST(:versions AS int[])))',
        { ids: keys.map(({ questionId }) => questionId), versions: keys.map(({ version }) => version) },
      )
      .getMany();
    return rows.map((row) => ({ ...row }));
  },
};

function inBank(
  manager: EntityManager,
  bankId: QuestionBankId,
  category: string | null,
): SelectQueryBuilder<QuestionEntity> {
  const query = manager.createQueryBuilder(QuestionEntity, 'question').where('question.bank_id = :bankId', { bankId });
  if (category === null) return query;
  return query.andWhere(
    new Brackets((where) =>
      where
        .where('question.category = :category', { category })
        .orWhere('starts_with(question.category, :below)', { below: `${category}/` }),
    ),
  );
}

async function withContent(manager: EntityManager, rows: readonly QuestionRow[]): Promise<Question[]> {
  const keys = rows.map(({ id, version }) => ({ questionId: id, version }));
  const found = new Map((await questions.findVersions(manager, keys)).map((version) => [version.questionId, version]));
  return rows.map(({ id, bankId, version, name, category }) => {
    const said = found.get(id);
    if (!said) throw new Error(`Question ${id} has no version ${version}.`);
    const { stem, content, generalFeedback } = said;
    return { id, bankId, version, name, category, stem, content, generalFeedback };
  });
}
