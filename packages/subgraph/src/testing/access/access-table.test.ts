import { readAccessTable } from './access-table.ts';

describe('an access table', () => {
  it('gives the outcome for each field and viewer of a line', () => {
    const { viewers, rows } = readAccessTable(`
      coordinate            | object | anonymous       owner
      # Comments are left out.
      Course.title,
             summary        | draft  | UNAUTHENTICATED yes
      Mutation.updateCourse | draft  | UNAUTHENTICATED FORBIDDEN
    `);
    expect(viewers).toEqual(['anonymous', 'owner']);
    expect(rows.map(({ type, fields, object, expected }) => [type, fields, object, expected.get('owner')])).toEqual([
      ['Course', ['title', 'summary'], 'draft', 'yes'],
      ['Mutation', ['updateCourse'], 'draft', 'FORBIDDEN'],
    ]);
  });

  it.each(['Course.title | draft | yes', 'Course | draft | yes yes', 'Course.title | draft | yes maybe'])(
    'refuses an invalid line: %s',
    (line) => {
      expect(() => readAccessTable(`coordinate | object | anonymous owner\n${line}`)).toThrow(line);
    },
  );
});
