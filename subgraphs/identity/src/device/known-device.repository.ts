import type { UserId } from '@lyceum/contracts';
import type { EntityManager } from 'typeorm';
import { KnownDeviceEntity } from './known-device.entity.ts';

/** Maximum number of stored devices of one person; the least recently used is removed. */
const mostDevices = 20;

export const knownDevices = {
  async has(manager: EntityManager, hash: Buffer, userId: UserId): Promise<boolean> {
    return manager.existsBy(KnownDeviceEntity, { hash, userId });
  },

  /** Adds a device, or records that it was used now. */
  async save(manager: EntityManager, hash: Buffer, userId: UserId, usedAt: Date): Promise<void> {
    await manager.upsert(KnownDeviceEntity, { hash, userId, usedAt }, ['hash']);
    await manager.query(
      `DELETE FROM known_device WHERE hash IN (
         SELECT hash FROM known_device WHERE user_id = $1 ORDER BY used_at DESC OFFSET ${mostDevices})`,
      [userId],
    );
  },
};
