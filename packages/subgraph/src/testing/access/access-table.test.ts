import { readAccessTable } from './access-table.ts';

describe('a table of access', () => {
  it('gives each field of a line what each viewer gets', () => {
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
    'refuses a line that is no row: %s',
    (line) => {
      expect(() => readAccessTable(`coordinate | object | anonymous owner\n${line}`)).toThrow(line);
    },
  );
});
