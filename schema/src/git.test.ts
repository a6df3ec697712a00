import { filesAt } from './git.ts';

describe('filesAt', () => {
  it('reads the files of a revision, and undefined for missing ones', () => {
    const read = filesAt('HEAD');
    expect(read('package.json')).toContain('@lyceum/schema');
    expect(read('events/no.such.event.v1.json')).toBeUndefined();
  });

  it('refuses a revision that does not exist', () => {
    expect(() => filesAt('no-such-branch')).toThrow(/SCHEMA_BASE=no-such-branch is not a revision/);
  });
});
