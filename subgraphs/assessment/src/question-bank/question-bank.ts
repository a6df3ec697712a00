import { checkText, type Invalid, type QuestionBankId, type UserId } from '@lyceum/contracts';

/** Questions that one instructor keeps together. */
export interface QuestionBank {
  readonly id: QuestionBankId;
  readonly ownerId: UserId;
  readonly name: string;
  readonly createdAt: Date;
}

/** What is wrong with a name; null where nothing is. */
export function checkBankName(name: string): Invalid | null {
  return checkText('name', 'A name', name.trim(), { least: 1, most: 200 });
}
