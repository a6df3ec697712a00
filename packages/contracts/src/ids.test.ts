import { z } from 'zod';
import * as contracts from './index.ts';

const kinds = Object.entries<unknown>(contracts).flatMap(([name, kind]) =>
  name.endsWith('Id') && kind instanceof z.ZodType ? [[name, kind as z.ZodType<string>] as const] : [],
);

describe('an id', () => {
  it('is declared for every kind of thing', () => {
    expect(kinds.map(([name]) => name)).toEqual(expect.arrayContaining(['UserId', 'CourseId', 'AttemptItemId']));
  });

  it.each(kinds)('of the kind %s is the same in upper and in lower case', (_name, kind) => {
    const id = contracts.newId(kind);
    expect(kind.parse(id.toUpperCase())).toBe(id);
    expect(id).toBe(id.toLowerCase());
  });

  it.each(kinds)('of the kind %s is no other text', (_name, kind) => {
    for (const text of [
      '',
      'x',
      `{${contracts.newId(kind)}}`,
      ` ${contracts.newId(kind)}`,
      contracts.newId(kind).replaceAll('-', ''),
    ]) {
      expect(kind.safeParse(text).success).toBe(false);
    }
  });
});
