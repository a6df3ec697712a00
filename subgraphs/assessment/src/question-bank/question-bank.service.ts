import { hasScopes, type Viewer } from '@lyceum/auth';
import { type Invalid, newId, QuestionBankId } from '@lyceum/contracts';
import { databaseNow, type IdPage } from '@lyceum/database';

import type { DataSource, EntityManager } from 'typeorm';
import { questionBanks } from './question-bank.repository.ts';
import { checkBankName, type QuestionBank } from './question-bank.ts';

export type CreateBankOutcome = { readonly outcome: 'CREATED'; readonly bank: QuestionBank } | Invalid;

export class QuestionBankService {
  constructor(private readonly dataSource: DataSource) {}

  async create(viewer: Viewer, name: string): Promise<CreateBankOutcome> {
    const fault = checkBankName(name);
    if (fault) return fault;
    const { manager } = this.dataSource;
    const bank = {
      id: newId(QuestionBankId),
      ownerId: viewer.userId,
      name: name.trim(),
      createdAt: await databaseNow(manager),
    };
    await questionBanks.insert(manager, bank);
    return { outcome: 'CREATED', bank };
  }

  /** The bank, if the viewer may see it. */
  async find(viewer: Viewer | null, id: QuestionBankId): Promise<QuestionBank | null> {
    return (await this.findMany(this.dataSource.manager, viewer, [id]))[0] ?? null;
  }

  /** The banks among these that the viewer may see, on the caller's connection; one statement. */
  async findMany(
    manager: EntityManager,
    viewer: Viewer | null,
    ids: readonly QuestionBankId[],
  ): Promise<QuestionBank[]> {
    return (await questionBanks.findMany(manager, ids)).filter((bank) => maySee(viewer, bank));
  }

  async countOwn(viewer: Viewer): Promise<number> {
    return questionBanks.count(this.dataSource.manager, { ownerId: viewer.userId });
  }

  async findOwn(viewer: Viewer, page: IdPage<QuestionBankId>): Promise<QuestionBank[]> {
    return questionBanks.findPage(this.dataSource.manager, { ownerId: viewer.userId }, page, 'NEWEST_FIRST');
  }
}

/** Banks contain correct answers: they are visible to their owner, while that person teaches, and to administrators. */
function maySee(viewer: Viewer | null, bank: QuestionBank): boolean {
  if (!viewer || !hasScopes(viewer, [['teach']])) return false;
  return viewer.userId === bank.ownerId || viewer.role === 'ADMIN';
}
