import type { UserId } from '@lyceum/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('known_device')
export class KnownDeviceEntity {
  @PrimaryColumn('bytea')
  hash: Buffer;

  @Column('uuid', { name: 'user_id' })
  userId: UserId;

  @Column('timestamptz', { name: 'used_at' })
  usedAt: Date;
}
