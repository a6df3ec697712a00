import type { QuestionBankId, QuestionId } from '@lyceum/contracts';
import { selectPageOfEach } from '@lyceum/database';
import { groupedBy, type IdPage } from '@lyceum/subgraph';
import { Brackets, type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import type { Candidate } from '../draw/draw-items.ts';
import { QuestionEntity, QuestionVersionEntity } from './question.entity.ts';
import type { Question, QuestionDraft, QuestionVersion } from './question.ts';

/** A page of a bank's questions; of all categories where `category` is null. */
export interface QuestionPage extends IdPage<QuestionId> {
  readonly category: string | null;
}

/** Rows per statement: PostgreSQL takes at most 65,535 parameters. */
const rowsPerInsert = 5_000;

export const questions = {
  async add(
    manager: EntityManager,
    bankId: QuestionBankId,
    drafts: readonly { id: QuestionId; draft: QuestionDraft }[],
  ): Promise<void> {
    for (let from = 0; from < drafts.length; from += rowsPerInsert) {
      const some = drafts.slice(from, from + rowsPerInsert);
      await manager.insert(
        QuestionEntity,
        some.map(({ id, draft }) => ({ id, bankId, version: 1, name: draft.name, category: draft.category })),
      );
      await manager.insert(
        QuestionVersionEntity,
        some.map(({ id, draft: { stem, content, generalFeedback } }) => ({
          questionId: id,
          version: 1,
          stem,
          content,
          generalFeedback,
        })),
      );
    }
  },

  /** Two statements. */
  async findMany(manager: EntityManager, ids: readonly QuestionId[]): Promise<Question[]> {
    return withContent(manager, await manager.findBy(QuestionEntity, { id: In([...ids]) }));
  },

  /**
   * The same page of each bank's questions, or of those in a category and below it, in the order in which they were added; one
   * more than the page of each. Two statements.
   */
  async findPages(
    manager: EntityManager,
    bankIds: readonly QuestionBankId[],
    page: QuestionPage,
  ): Promise<Map<QuestionBankId, Question[]>> {
    const { after, limit, category } = page;
    const query = manager
      .createQueryBuilder(QuestionEntity, 'question')
      .setParameters({ category, below: `${category}/` });
    const rows = await selectPageOfEach(
      query,
      { parentColumn: 'bank_id', parents: bankIds, after, limit: limit + 1 },
      category === null ? 'true' : 'listed.category = :category OR starts_with(listed.category, :below)',
    ).getMany();
    return groupedBy(await withContent(manager, rows), ({ bankId }) => bankId);
  },

  /** What a section that draws from a bank, or a category of it and those below, may draw. */
  async findCandidates(manager: EntityManager, bankId: QuestionBankId, category: string | null): Promise<Candidate[]> {
    const rows = await inBank(manager, bankId, category).orderBy('question.id').getMany();
    return rows.map(({ id, version }) => ({ questionId: id, version }));
  },

  async countByBank(manager: EntityManager, bankIds: readonly QuestionBankId[]): Promise<Map<QuestionBankId, number>> {
    const rows: { bank_id: QuestionBankId; count: string }[] = await manager.query(
      'SELECT bank_id, count(*) FROM question WHERE bank_id = ANY($1) GROUP BY bank_id',
      [bankIds],
    );
    return new Map(rows.map(({ bank_id, count }) => [bank_id, Number(count)]));
  },

  /** Versions by their keys; one statement. */
  async findVersions(
    manager: EntityManager,
    keys: readonly { questionId: QuestionId; version: number }[],
  ): Promise<QuestionVersion[]> {
    return manager
      .createQueryBuilder(QuestionVersionEntity, 'version')
      .where(
        '(version.question_id, version.version) IN (SELECT * FROM unnest(CAST(:ids AS uuid[]), CAST(:versions AS int[])))',
        { ids: keys.map(({ questionId }) => questionId), versions: keys.map(({ version }) => version) },
      )
      .getMany();
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

async function withContent(manager: EntityManager, rows: readonly QuestionEntity[]): Promise<Question[]> {
  const keys = rows.map(({ id, version }) => ({ questionId: id, version }));
  const found = new Map((await questions.findVersions(manager, keys)).map((version) => [version.questionId, version]));
  return rows.map(({ id, bankId, version, name, category }) => {
    const said = found.get(id);
    if (!said) throw new Error(`Question ${id} has no version ${version}.`);
    const { stem, content, generalFeedback } = said;
    return { id, bankId, version, name, category, stem, content, generalFeedback };
  });
}
