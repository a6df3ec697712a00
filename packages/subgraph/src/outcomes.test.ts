import { conflictOf, toConflict } from './outcomes.ts';

describe('conflictOf', () => {
  it('is null for the version that the editor saw', () => {
    expect(conflictOf({ version: 3 }, 3)).toBeNull();
  });

  it('has the current object for an editor who saw another version, older or newer', () => {
    expect(conflictOf({ version: 3 }, 2)).toEqual({ outcome: 'CONFLICT', current: { version: 3 } });
    expect(conflictOf({ version: 3 }, 4)).toEqual({ outcome: 'CONFLICT', current: { version: 3 } });
  });
});

describe('toConflict', () => {
  it('names both versions, and holds both values', () => {
    const conflict = { outcome: 'CONFLICT', current: { version: 3, title: 'New' } } as const;
    expect(toConflict('NoteConflict', conflict, { what: 'note', expectedVersion: 2, yours: 'Mine' })).toEqual({
      __typename: 'NoteConflict',
      message: 'The note is at version 3, not 2: read it again before you change it.',
      current: { version: 3, title: 'New' },
      yours: 'Mine',
    });
  });
});
