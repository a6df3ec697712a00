import { checkBankName } from './question-bank.ts';

describe("a bank's name", () => {
  it.each(['A', '  Algebra  ', ` ${'a'.repeat(200)} `, 'é'.repeat(200), '😀'.repeat(200)])('may be %.40j', (name) => {
    expect(checkBankName(name)).toBeNull();
  });

  it.each([
    ['empty', ''],
    ['white space alone', ' \n\t '],
    ['nothing to see', '\u200b'],
    ['longer than 200 characters', 'a'.repeat(201)],
  ])('may not be %s', (_what, name) => {
    expect(checkBankName(name)).toEqual({
      outcome: 'INVALID',
      field: 'name',
      message: expect.stringMatching(/^A name .+/),
    });
  });
});
