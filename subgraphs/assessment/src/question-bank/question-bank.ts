import { checkText, type Invalid, type QuestionBankId, type UserId } from '@lyceum/contracts';

/** A collection of questions that belongs to one instructor. */
export interface QuestionBank {
  readonly id: QuestionBankId;
  readonly ownerId: UserId;
  readonly name: string;
  readonly createdAt: Date;
}

/** The error in a name, or null. */
export function checkBankName(name: string): Invalid | null {
  return checkText('name', 'A name', name.trim(), { least: 1, most: 200 });
}
