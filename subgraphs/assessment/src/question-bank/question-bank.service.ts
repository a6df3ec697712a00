import { hasScopes, type Viewer } from '@lyceum/auth';
import { newId, QuestionBankId, QuestionId } from '@lyceum/contracts';
import { databaseNow } from '@lyceum/database';
import { type IdPage, notFound } from '@lyceum/subgraph';
import type { DataSource, EntityManager } from 'typeorm';
import { parseGift, type RejectedQuestion } from '../gift/parse-gift.ts';
import { questions } from '../question/question.repository.ts';
import type { QuestionDraft } from '../question/question.ts';
import { questionBanks } from './question-bank.repository.ts';
import { checkBankName, type QuestionBank } from './question-bank.ts';

const longestFile = 1_000_000;
const mostRejectedTold = 100;

export interface Invalid {
  readonly outcome: 'INVALID';
  readonly field: string;
  readonly message: string;
}

export type CreateBankOutcome = { readonly outcome: 'CREATED'; readonly bank: QuestionBank } | Invalid;

export type ImportOutcome =
  | {
      readonly outcome: 'IMPORTED';
      readonly bank: QuestionBank;
      readonly importedCount: number;
      readonly rejectedCount: number;
      /** The first hundred. */
      readonly rejected: readonly RejectedQuestion[];
    }
  | Invalid;

export class QuestionBankService {
  constructor(private readonly dataSource: DataSource) {}

  async create(viewer: Viewer, name: string): Promise<CreateBankOutcome> {
    const fault = checkBankName(name);
    if (fault) return { outcome: 'INVALID', ...fault };
    const { manager } = this.dataSource;
    const bank = {
      id: newId(QuestionBankId),
      ownerId: viewer.userId,
      name: name.trim(),
      createdAt: await databaseNow(manager),
    };
    await questionBanks.add(manager, bank);
    return { outcome: 'CREATED', bank };
  }

  /** Takes what can be taken of a GIFT file, all in one transaction, and reports the rest. */
  async importGift(
    viewer: Viewer,
    bankId: QuestionBankId,
    { text, caseSensitive }: { readonly text: string; readonly caseSensitive: boolean },
  ): Promise<ImportOutcome> {
    const bank = await this.find(viewer, bankId);
    if (!bank) throw notFound('question bank', bankId);
    if (text.length > longestFile) {
      const message = `A file has at most ${longestFile} characters; this one has ${text.length}. Import it in parts.`;
      return { outcome: 'INVALID', field: 'text', message };
    }
    const { questions: found, rejected } = parseGift(text);
    const drafts = found.map(({ draft }) => ({ id: newId(QuestionId), draft: withCase(draft, caseSensitive) }));
    await this.dataSource.transaction((manager) => questions.add(manager, bankId, drafts));
    return {
      outcome: 'IMPORTED',
      bank,
      importedCount: drafts.length,
      rejectedCount: rejected.length,
      rejected: rejected.slice(0, mostRejectedTold),
    };
  }

  /** The bank, where the viewer may see it. */
  async find(viewer: Viewer | null, id: QuestionBankId): Promise<QuestionBank | null> {
    return (await this.findMany(this.dataSource.manager, viewer, [id]))[0] ?? null;
  }

  /** Those of some banks that the viewer may see, by the caller's connection; one statement. */
  async findMany(
    manager: EntityManager,
    viewer: Viewer | null,
    ids: readonly QuestionBankId[],
  ): Promise<QuestionBank[]> {
    return (await questionBanks.findMany(manager, ids)).filter((bank) => maySee(viewer, bank));
  }

  async findOwn(viewer: Viewer, page: IdPage<QuestionBankId>): Promise<QuestionBank[]> {
    return questionBanks.findPage(this.dataSource.manager, viewer.userId, page);
  }
}

function withCase(draft: QuestionDraft, caseSensitive: boolean): QuestionDraft {
  const { content } = draft;
  return content.kind === 'SHORT_ANSWER' ? { ...draft, content: { ...content, caseSensitive } } : draft;
}

/** Banks hold the right answers: they are for their owner, as long as that is somebody who teaches, and for administrators. */
function maySee(viewer: Viewer | null, bank: QuestionBank): boolean {
  if (!viewer || !hasScopes(viewer, [['teach']])) return false;
  return viewer.userId === bank.ownerId || viewer.role === 'ADMIN';
}
