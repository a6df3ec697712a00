import fc from 'fast-check';
import { type RawAnswer, splitAnswers } from './raw-answers.ts';
import { readChoice } from './read-choice.ts';
import { Rejection } from './rejection.ts';
import { unmarked } from './text.ts';

const read = (braces: string) => readChoice(splitAnswers(braces).answers, unmarked);

function fractionsOf(braces: string): string[] {
  const content = read(braces);
  if (content instanceof Rejection) throw new Error(content.reason);
  return content.options.map(({ fraction }) => fraction);
}

describe('options', () => {
  it.each([
    ['=a ~b', 'SINGLE_CHOICE', ['1', '0']],
    ['~a =b =c', 'SINGLE_CHOICE', ['0', '1', '1']],
    ['=a ~%50%b ~%-25%c', 'SINGLE_CHOICE', ['1', '0.5', '-0.25']],
    ['~%50%a ~%50%b ~%-100%c', 'MULTIPLE_CHOICE', ['0.5', '0.5', '-1']],
    ['~%33%a ~%33%b ~%33%c', 'MULTIPLE_CHOICE', ['0.33', '0.33', '0.33']],
    ['~%100%a ~b', 'MULTIPLE_CHOICE', ['1', '0']],
  ])('%j are %s worth %j', (braces, kind, fractions) => {
    expect(read(braces)).toMatchObject({ kind });
    expect(fractionsOf(braces)).toEqual(fractions);
  });

  it('are numbered from 1, and carry their texts and feedback', () => {
    expect(read('=[html]<b>a</b>#good ~b')).toMatchObject({
      options: [
        { id: '1', text: { format: 'HTML', text: '<b>a</b>' }, feedback: { format: 'PLAIN', text: 'good' } },
        { id: '2', text: { format: 'PLAIN', text: 'b' }, feedback: null },
      ],
    });
  });

  it.each([
    ['=a', 'only one option'],
    ['=a ~', 'Option 2 has no text'],
    ['=a ~#feedback alone', 'Option 2 has no text'],
    ['=%50%a ~b', 'No option is fully correct'],
    ['~a ~b', 'no right answer'],
    ['~%-50%a ~%-50%b', 'no right answer'],
    ['~%50%a ~%48.5%b', 'add up to 98.5 %'],
    ['~%150%a ~b', 'out of range'],
  ])('%j are refused: %s', (braces, reason) => {
    expect(read(braces)).toMatchObject({ reason: expect.stringContaining(reason) });
  });

  it('by weight alone are taken where the right ones add up to 99 % or more, whatever the wrong ones deduct', () => {
    const weights = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(weights, (given) => {
        const answers = given.map((weight): RawAnswer => ({ sign: '~', text: `%${weight}%x` }));
        const right = given.filter((weight) => weight > 0).reduce((sum, weight) => sum + weight, 0);
        expect(readChoice(answers, unmarked) instanceof Rejection).toBe(right < 99);
      }),
    );
  });
});
