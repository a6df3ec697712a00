import fc from 'fast-check';
import { escapeText } from './escape.ts';
import { reachesFullMark, readWeight, refuseTooMany, splitAnswers, splitFeedback } from './raw-answers.ts';
import { Rejection } from './rejection.ts';

describe('the inside of braces', () => {
  it.each([
    ['=a ~b', '', ['=a', '~b']],
    ['lead = a\n~ b', 'lead', ['=a', '~b']],
    ['alone', 'alone', []],
    ['', '', []],
    ['=1 \\= 1 ~\\~', '', ['=1 \\= 1', '~\\~']],
    ['==', '', ['=', '=']],
    ['=a\\\\=b', '', ['=a\\\\', '=b']],
  ])('%j has the lead %j and the answers %j', (body, lead, answers) => {
    const split = splitAnswers(body);
    expect({ ...split, answers: split.answers.map(({ sign, text }) => sign + text) }).toEqual({ lead, answers });
  });

  it('is cut into the answers that it was made of', () => {
    const text = fc.array(fc.constantFrom(...'ab~=#\\ '), { maxLength: 8 }).map((parts) => parts.join('').trim());
    const answer = fc.record({ sign: fc.constantFrom('=' as const, '~' as const), text: text.map(escapeText) });
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 6 }), (answers) => {
        const body = answers.map(({ sign, text: each }) => sign + each).join(' ');
        expect(splitAnswers(body)).toEqual({ lead: '', answers });
      }),
    );
  });

  it('may hold 500 answers, and no more', () => {
    const answers = (count: number) => splitAnswers('=a '.repeat(count)).answers;
    expect(refuseTooMany(answers(500))).toBeNull();
    expect(refuseTooMany(answers(501))?.reason).toMatch(/^There are 501 answers; write at most 500/);
  });
});

describe('feedback', () => {
  it.each([
    ['a#well done', 'a', 'well done'],
    ['a\\#b#c#d', 'a\\#b', 'c#d'],
    ['a#', 'a', ''],
    ['a', 'a', null],
  ])('of %j is cut off: %j, %j', (text, answer, feedback) => {
    expect(splitFeedback(text)).toEqual({ answer, feedback });
  });
});

describe('a weight', () => {
  it.each([
    ['%50%half', '0.5', 'half'],
    ['%-33.33333%wrong', '-0.3333333', 'wrong'],
    ['%33,5% comma', '0.335', 'comma'],
    ['% +100 % all', '1', 'all'],
    ['%-0%nothing', '0', 'nothing'],
    ['none', null, 'none'],
    ['5 %50%', null, '5 %50%'],
    ['%half%', null, '%half%'],
  ])('of %j is %j, before %j', (text, fraction, rest) => {
    expect(readWeight(text)).toEqual({ fraction, text: rest });
  });

  it.each(['%101%', '%-100.00001%', `%${'9'.repeat(100)}%`])('may not be %s', (text) => {
    expect(readWeight(text)).toEqual(
      new Rejection(`The weight ${text} is out of range; write a percentage of -100 to 100.`),
    );
  });

  it('is the hundredth part of what is written, exactly', () => {
    const percents = fc.integer({ min: -10_000_000, max: 10_000_000 });
    fc.assert(
      fc.property(percents, (hundredThousandths) => {
        const written = (hundredThousandths / 100_000).toFixed(5);
        const weight = readWeight(`%${written}%`);
        if (weight instanceof Rejection) throw new Error(weight.reason);
        expect(Number(weight.fraction)).toBeCloseTo(hundredThousandths / 10_000_000, 12);
        expect(weight.fraction).toMatch(/^-?\d+(\.\d*[1-9])?$/);
      }),
    );
  });
});

it.each([
  ['1', true],
  ['0.99', true],
  ['0.9899999', false],
  ['0', false],
  ['-1', false],
])('%s of the mark is all of it: %j', (total, expected) => {
  expect(reachesFullMark(total)).toBe(expected);
});
