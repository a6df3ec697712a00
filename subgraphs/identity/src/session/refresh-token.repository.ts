import { type EntityManager, IsNull } from 'typeorm';
import { RefreshTokenEntity } from './refresh-token.entity.ts';
import type { RefreshToken } from './session.ts';

export const refreshTokens = {
  /** The token with this hash, locked until the transaction ends, to serialize concurrent uses. */
  async lock(manager: EntityManager, hash: Buffer): Promise<RefreshToken | undefined> {
    const row = await manager.findOne(RefreshTokenEntity, { where: { hash }, lock: { mode: 'pessimistic_write' } });
    return row ? toToken(row) : undefined;
  },

  /** The tokens that one was exchanged for. */
  async findSuccessors(manager: EntityManager, parentHash: Buffer): Promise<RefreshToken[]> {
    return (await manager.findBy(RefreshTokenEntity, { parentHash })).map(toToken);
  },

  async add(manager: EntityManager, token: RefreshToken): Promise<void> {
    await manager.insert(RefreshTokenEntity, { ...token });
  },

  async markUsed(manager: EntityManager, token: RefreshToken, at: Date): Promise<void> {
    await manager.update(RefreshTokenEntity, { hash: token.hash }, { usedAt: at });
  },

  async revokeFamily(manager: EntityManager, familyId: string, at: Date): Promise<void> {
    await manager.update(RefreshTokenEntity, { familyId, revokedAt: IsNull() }, { revokedAt: at });
  },
};

function toToken(row: RefreshTokenEntity): RefreshToken {
  return { ...row };
}
