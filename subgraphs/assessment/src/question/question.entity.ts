import type { QuestionBankId, QuestionId } from '@lyceum/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FormattedText, QuestionContent } from './question.ts';

@Entity('question')
export class QuestionEntity {
  @PrimaryColumn('uuid')
  id: QuestionId;

  @Column('uuid', { name: 'bank_id' })
  bankId: QuestionBankId;

  @Column('int')
  version: number;

  @Column('text')
  name: string;

  @Column('text')
  category: string;
}

@Entity('question_version')
export class QuestionVersionEntity {
  @PrimaryColumn('uuid', { name: 'question_id' })
  questionId: QuestionId;

  @PrimaryColumn('int')
  version: number;

  @Column('jsonb')
  stem: FormattedText;

  @Column('jsonb')
  content: QuestionContent;

  @Column('jsonb', { name: 'general_feedback', nullable: true })
  generalFeedback: FormattedText | null;
}
