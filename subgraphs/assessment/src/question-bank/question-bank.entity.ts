import type { QuestionBankId, UserId } from '@lyceum/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('question_bank')
export class QuestionBankEntity {
  @PrimaryColumn('uuid')
  id: QuestionBankId;

  @Column('uuid', { name: 'owner_id' })
  ownerId: UserId;

  @Column('text')
  name: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
