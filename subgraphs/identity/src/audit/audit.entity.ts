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

  /** As it was given, in lower case; an address that failed may belong to nobody. */
  @Column('text')
  email: string;

  @Column('text', { name: 'request_id' })
  requestId: string;

  @Column('timestamptz', { default: () => 'now()' })
  at: Date;
}
