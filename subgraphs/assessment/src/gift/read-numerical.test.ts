import fc from 'fast-check';
import { readNumerical } from './read-numerical.ts';
import { Rejection } from './rejection.ts';
import { unmarked } from './text.ts';

type Bounds = readonly [min: string | null, max: string | null, fraction: string];

function boundsOf(body: string): Bounds[] {
  const content = readNumerical(body, unmarked);
  if (content instanceof Rejection) throw new Error(content.reason);
  return content.answers.map(({ min, max, fraction }) => [min, max, fraction]);
}

describe('numbers', () => {
  it.each<[string, Bounds[]]>([
    ['5', [['5', '5', '1']]],
    ['5:0.5', [['4.5', '5.5', '1']]],
    ['0.1:0.2', [['-0.1', '0.3', '1']]],
    ['1..3', [['1', '3', '1']]],
    ['*..3', [[null, '3', '1']]],
    ['1 .. *', [['1', null, '1']]],
    ['*', [[null, null, '1']]],
    ['-0', [['0', '0', '1']]],
    ['1:-0', [['1', '1', '1']]],
    ['1e3', [['1000', '1000', '1']]],
    ['3\\:1', [['2', '4', '1']]],
    [
      '=5 =%50%5:1 ~',
      [
        ['5', '5', '1'],
        ['4', '6', '0.5'],
        [null, null, '0'],
      ],
    ],
    [
      '5 ~7',
      [
        ['5', '5', '1'],
        ['7', '7', '0'],
      ],
    ],
  ])('%j accept %j', (body, expected) => {
    expect(boundsOf(body)).toEqual(expected);
  });

  it('carry their feedback', () => {
    expect(readNumerical('=5#right ~#wrong', unmarked)).toMatchObject({
      answers: [{ feedback: { text: 'right' } }, { feedback: { text: 'wrong' } }],
    });
  });

  it.each([
    ['', '"" is not a number'],
    ['=', '"" is not a number'],
    ['five', '"five" is not a number'],
    ['5:x', '"x" is not a number'],
    ['1..x', '"x" is not a number'],
    ['x..1', '"x" is not a number'],
    [`${'x'.repeat(50)}`, `"${'x'.repeat(40)}" is not a number`],
    ['5:-1', 'The tolerance -1 is negative'],
    ['5..1', 'The range 5..1 is empty'],
    ['=%50%5', 'No number is fully correct'],
    ['~5', 'No number is fully correct'],
    ['=%200%5', 'out of range'],
    ['=1 '.repeat(501), 'There are 501 answers'],
  ])('%.40j are refused: %s', (body, reason) => {
    expect(readNumerical(body, unmarked)).toMatchObject({ reason: expect.stringContaining(reason) });
  });

  it('with a tolerance reach as far below as above, without rounding', () => {
    const thousandths = fc.integer({ min: -1_000_000, max: 1_000_000 });
    fc.assert(
      fc.property(thousandths, fc.nat(1_000_000), (value, tolerance) => {
        const written = (number: number) => (number / 1_000).toFixed(3);
        const [bounds] = boundsOf(`${written(value)}:${written(tolerance)}`);
        expect(bounds?.map(Number)).toEqual([(value - tolerance) / 1_000, (value + tolerance) / 1_000, 1]);
      }),
    );
  });

  it('are a range exactly where the first is not the greater', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (from, to) => {
        expect(readNumerical(`${from}..${to}`, unmarked) instanceof Rejection).toBe(from > to);
      }),
    );
  });
});
