import { newId, UserId } from '@lyceum/contracts';
import { decideRefresh, type RefreshToken } from './session.ts';

const now = new Date('2026-09-01T08:00:00Z');
const good: RefreshToken = {
  hash: Buffer.alloc(32),
  familyId: 'family',
  userId: newId(UserId),
  expiresAt: new Date('2026-09-02T08:00:00Z'),
  usedAt: null,
  revokedAt: null,
};

describe('decideRefresh', () => {
  it('rotates a token that is good', () => {
    expect(decideRefresh(good, now)).toBe('ROTATE');
  });

  it('ends the family of a token that was used before', () => {
    expect(decideRefresh({ ...good, usedAt: now }, now)).toBe('REVOKE_FAMILY');
  });

  it.each([
    ['expired', { expiresAt: now }],
    ['revoked', { revokedAt: now }],
    ['revoked and used', { revokedAt: now, usedAt: now }],
  ])('refuses a token that is %s', (_name, change) => {
    expect(decideRefresh({ ...good, ...change }, now)).toBe('REFUSE');
  });
});
