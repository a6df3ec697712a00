import type { QuestionBankId, UserId } from '@lyceum/contracts';
import type { IdPage } from '@lyceum/database';

import { type EntityManager, In, LessThan } from 'typeorm';
import { QuestionBankEntity } from './question-bank.entity.ts';
import type { QuestionBank } from './question-bank.ts';

export const questionBanks = {
  async add(manager: EntityManager, bank: QuestionBank): Promise<void> {
    await manager.insert(QuestionBankEntity, bank);
  },

  async findMany(manager: EntityManager, ids: readonly QuestionBankId[]): Promise<QuestionBank[]> {
    return manager.findBy(QuestionBankEntity, { id: In([...ids]) });
  },

  async countOwn(manager: EntityManager, ownerId: UserId): Promise<number> {
    return manager.countBy(QuestionBankEntity, { ownerId });
  },

  /** One more than the page, newest first. */
  async findPage(manager: EntityManager, ownerId: UserId, page: IdPage<QuestionBankId>): Promise<QuestionBank[]> {
    return manager.find(QuestionBankEntity, {
      where: { ownerId, ...(page.after ? { id: LessThan(page.after) } : {}) },
      order: { id: 'DESC' },
      take: page.limit + 1,
    });
  },
};
