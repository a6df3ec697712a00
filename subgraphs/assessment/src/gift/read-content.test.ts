import { readContent } from './read-content.ts';
import { unmarked } from './text.ts';

const read = (braces: string) => readContent(braces, unmarked);

describe('what stands in the braces', () => {
  it.each([
    ['', 'ESSAY'],
    [' \n ', 'ESSAY'],
    ['#5', 'NUMERICAL'],
    ['T', 'TRUE_FALSE'],
    ['=a', 'SHORT_ANSWER'],
    ['=a =b', 'SHORT_ANSWER'],
    ['alone', 'SHORT_ANSWER'],
    ['=T', 'SHORT_ANSWER'],
    ['=a ~b', 'SINGLE_CHOICE'],
    ['~%100%a ~b', 'MULTIPLE_CHOICE'],
    ['=a -> b =c -> d', 'MATCHING'],
    ['=a -> b ~c', 'SINGLE_CHOICE'],
    ['=a \\-> b =c', 'SHORT_ANSWER'],
    ['=a#because -> b', 'SHORT_ANSWER'],
  ])('%j is %s', (braces, kind) => {
    expect(read(braces)).toMatchObject({ kind });
  });

  it.each([
    ['T', true],
    ['true', true],
    [' F ', false],
    ['FALSE#no', false],
  ])('%j is a statement that is %j', (braces, answer) => {
    expect(read(braces)).toMatchObject({ kind: 'TRUE_FALSE', answer });
  });

  it('tells whoever is wrong first, then whoever is right', () => {
    expect(read('T#wrong#right')).toMatchObject({
      feedbackWhenWrong: { text: 'wrong' },
      feedbackWhenRight: { text: 'right' },
    });
    expect(read('T#wrong')).toMatchObject({ feedbackWhenWrong: { text: 'wrong' }, feedbackWhenRight: null });
    expect(read('T')).toMatchObject({ feedbackWhenWrong: null, feedbackWhenRight: null });
  });

  it('accepts short answers at their weights, in any case', () => {
    expect(read('=Paris =%50%Lutetia#old')).toEqual({
      kind: 'SHORT_ANSWER',
      caseSensitive: false,
      answers: [
        { pattern: 'Paris', fraction: '1', feedback: null },
        { pattern: 'Lutetia', fraction: '0.5', feedback: { format: 'PLAIN', text: 'old' } },
      ],
    });
  });

  it.each([
    ['lead =a', 'before the first answer'],
    ['=', 'An accepted answer is empty'],
    ['=a =#feedback alone', 'An accepted answer is empty'],
    ['=%50%a', 'No answer is fully correct'],
    ['=%101%a', 'out of range'],
    ['=a '.repeat(501), 'There are 501 answers'],
  ])('%.30j is refused: %s', (braces, reason) => {
    expect(read(braces)).toMatchObject({ reason: expect.stringContaining(reason) });
  });
});
