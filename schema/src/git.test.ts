import { filesAt } from './git.ts';

describe('filesAt', () => {
  it('reads what a revision has, and nothing for what it has not', () => {
    const read = filesAt('HEAD');
    expect(read('package.json')).toContain('@lyceum/schema');
    expect(read('events/no.such.event.v1.json')).toBeUndefined();
  });

  it('refuses a revision that does not exist', () => {
    expect(() => filesAt('no-such-branch')).toThrow(/SCHEMA_BASE=no-such-branch is not a revision/);
  });
});
