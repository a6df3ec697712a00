import type { QuestionBankId, UserId } from '@lyceum/contracts';

/** Questions that one instructor keeps together. */
export interface QuestionBank {
  readonly id: QuestionBankId;
  readonly ownerId: UserId;
  readonly name: string;
  readonly createdAt: Date;
}

/** What is wrong with a name; null where nothing is. */
export function checkBankName(name: string): { field: string; message: string } | null {
  const { length } = name.trim();
  return length >= 1 && length <= 200 ? null : { field: 'name', message: 'A name has 1 to 200 characters.' };
}
