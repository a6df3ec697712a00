import { newClusterId } from './cluster-id.ts';

describe('an id for a cluster', () => {
  it('is never taken for an option of a command', () => {
    const uuids = [
      'f8000000-0000-4000-8000-000000000000',
      'fb000000-0000-4000-8000-000000000000',
      '00000000-0000-4000-8000-000000000000',
    ];
    expect(newClusterId(() => String(uuids.shift()))).toBe('AAAAAAAAQACAAAAAAAAAAA');
    expect(uuids).toEqual([]);
  });

  it('has 22 characters, all of them from base64url, and another one each time', () => {
    const ids = Array.from({ length: 1_000 }, () => newClusterId());
    for (const id of ids) expect(id).toMatch(/^[\w][\w-]{21}$/);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
