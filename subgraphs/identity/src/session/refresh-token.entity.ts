import type { UserId } from '@lyceum/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('refresh_token')
export class RefreshTokenEntity {
  @PrimaryColumn('bytea')
  hash: Buffer;

  @Column('uuid', { name: 'family_id' })
  familyId: string;

  @Column('bytea', { name: 'parent_hash', nullable: true })
  parentHash: Buffer | null;

  @Column('bytea', { name: 'device_hash', nullable: true })
  deviceHash: Buffer | null;

  @Column('text', { nullable: true })
  network: string | null;

  @Column('uuid', { name: 'user_id' })
  userId: UserId;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt: Date | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;
}
