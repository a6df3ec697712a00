import { newId, UserId } from '@lyceum/contracts';
import { decideRefresh, graceSeconds, isSameDevice, mostSuccessors, type RefreshToken } from './session.ts';

const now = new Date('2026-09-01T08:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1_000);
const device = Buffer.alloc(32, 1);
const good: RefreshToken = {
  hash: Buffer.alloc(32),
  familyId: 'family',
  parentHash: null,
  deviceHash: device,
  network: '203.0.113.7',
  userId: newId(UserId),
  expiresAt: new Date('2026-09-02T08:00:00Z'),
  usedAt: null,
  revokedAt: null,
};
const unused = { usedAt: null };
const fromSameDevice = { isSameDevice: true, successors: [unused] };

describe('decideRefresh', () => {
  it('rotates a valid token, from any device', () => {
    expect(decideRefresh(good, { isSameDevice: false, successors: [] }, now)).toBe('ROTATE');
  });

  it('rotates it again for the device that has just exchanged it', () => {
    expect(decideRefresh({ ...good, usedAt: ago(graceSeconds) }, fromSameDevice, now)).toBe('ROTATE');
  });

  it.each([
    ['is presented too late', { usedAt: ago(graceSeconds + 1) }, fromSameDevice],
    ['is presented by another device', { usedAt: now }, { isSameDevice: false, successors: [unused] }],
    [
      'has a successor that was already used',
      { usedAt: now },
      { isSameDevice: true, successors: [unused, { usedAt: now }] },
    ],
    [
      'was exchanged too often',
      { usedAt: now },
      { isSameDevice: true, successors: Array.from({ length: mostSuccessors }, () => unused) },
    ],
  ])('ends the family of a token that was used and %s', (_what, change, use) => {
    expect(decideRefresh({ ...good, ...change }, use, now)).toBe('REVOKE_FAMILY');
  });

  it.each([
    ['expired', { expiresAt: now }],
    ['revoked', { revokedAt: now }],
    ['revoked and used', { revokedAt: now, usedAt: now }],
  ])('refuses a token that is %s', (_name, change) => {
    expect(decideRefresh({ ...good, ...change }, fromSameDevice, now)).toBe('REFUSE');
  });
});

describe('a device', () => {
  const elsewhere = '198.51.100.1';
  it.each([
    ['presents its token, from any network', { deviceHash: device, network: elsewhere }, true],
    ['presents none, though it is on the same network', { deviceHash: null, network: '203.0.113.7' }, false],
    ['presents another token, on the same network', { deviceHash: Buffer.alloc(32, 2), network: '203.0.113.7' }, false],
  ])('that %s is the same: %#', (_what, presenter, expected) => {
    expect(isSameDevice(good, presenter)).toBe(expected);
  });

  it('of a family without one is recognised only by its network', () => {
    const old = { ...good, deviceHash: null };
    expect(isSameDevice(old, { deviceHash: null, network: '203.0.113.7' })).toBe(true);
    expect(isSameDevice(old, { deviceHash: null, network: elsewhere })).toBe(false);
    expect(isSameDevice(old, { deviceHash: device, network: '203.0.113.7' })).toBe(false);
    expect(isSameDevice({ ...old, network: null }, { deviceHash: null, network: 'unknown' })).toBe(false);
  });
});
