import type { UserId } from '@lyceum/contracts';
import { databaseNow } from '@lyceum/database';
import type { EntityManager } from 'typeorm';
import { hashOf, newDeviceToken } from './device-token.ts';
import { knownDevices } from './known-device.repository.ts';

/**
 * Makes the device of a sign-in known; one that is already known keeps its token.
 * @param presented the token sent by the device, or null
 * @returns the token for the device to store
 */
export async function recogniseDevice(
  manager: EntityManager,
  userId: UserId,
  presented: string | null,
): Promise<string> {
  const isKnown = presented !== null && (await knownDevices.has(manager, hashOf(presented), userId));
  const token = isKnown ? presented : newDeviceToken();
  await knownDevices.save(manager, hashOf(token), userId, await databaseNow(manager));
  return token;
}
