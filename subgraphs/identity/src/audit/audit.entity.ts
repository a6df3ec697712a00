import type { AuthenticationEventId, UserId } from '@lyceum/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AuthenticationEventKind } from './audit.ts';

@Entity('authentication_event')
export class AuthenticationEventEntity {
  @PrimaryColumn('uuid')
  id: AuthenticationEventId;

  @Column('text')
  kind: AuthenticationEventKind;

  @Column('uuid', { name: 'user_id', nullable: true })
  userId: UserId | null;

  /** As entered, in lower case; the address of a failed sign-in may belong to nobody. */
  @Column('text')
  email: string;

  @Column('text', { name: 'request_id' })
  requestId: string;

  @Column('timestamptz', { default: () => 'now()' })
  at: Date;
}
