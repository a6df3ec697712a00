import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { gradeResponse } from './grade-response.ts';
import { type GradedItem, scoreAttempt } from './score-attempt.ts';

const item = (points: string, fraction: string | null): GradedItem => ({
  points: new Decimal(points),
  grading:
    fraction === null ? { state: 'NEEDS_REVIEW' } : { state: 'GRADED', fraction: new Decimal(fraction), feedback: [] },
});
const shown = (items: GradedItem[]) => {
  const { score, maxScore, percentage, complete } = scoreAttempt(items);
  return [score.toFixed(2), maxScore.toFixed(2), percentage.toFixed(2), complete];
};

/** The results of version grading/1. */
const golden: [string, GradedItem[], string, string, string, boolean][] = [
  ['nothing', [], '0.00', '0.00', '0.00', true],
  ['all right', [item('1', '1'), item('2.5', '1')], '3.50', '3.50', '100.00', true],
  ['some right', [item('1', '0.5'), item('2', '0')], '0.50', '3.00', '16.67', true],
  ['an item under review', [item('1', '1'), item('3', null)], '1.00', '4.00', '25.00', false],
  ['no points to win', [item('0', '1')], '0.00', '0.00', '0.00', true],
  ['half a hundredth goes up', [item('0.01', '0.5')], '0.01', '0.01', '50.00', true],
  ['sums are rounded once', [item('0.004', '1'), item('0.004', '1')], '0.01', '0.01', '100.00', true],
  ['tenths are exact', Array.from({ length: 10 }, () => item('0.1', '1')), '1.00', '1.00', '100.00', true],
];

describe('the score of an attempt', () => {
  it.each(golden)('%s', (_, items, score, maxScore, percentage, complete) => {
    expect(shown(items)).toEqual([score, maxScore, percentage, complete]);
  });

  it('counts three thirds of a matching question exactly', () => {
    const pairs = ['1', '2', '3'].map((id) => ({ id, prompt: { format: 'PLAIN', text: id } as const, answer: id }));
    const grading = gradeResponse(
      { kind: 'MATCHING', pairs, distractors: [] },
      { kind: 'MATCHING', matches: [{ pairId: '1', answer: '1' }] },
    );
    expect(shown([{ points: new Decimal('0.015'), grading }])).toEqual(['0.01', '0.02', '33.33', true]);
    expect(shown(Array.from({ length: 3 }, () => ({ points: new Decimal(1), grading })))).toEqual([
      '1.00',
      '3.00',
      '33.33',
      true,
    ]);
  });

  it('refuses points below 0', () => {
    expect(() => scoreAttempt([item('-1', '1')])).toThrow(RangeError);
    expect(() => scoreAttempt([item('Infinity', '1')])).toThrow(RangeError);
  });

  it('lies within 0 and the maximum, in hundredths, in any order of the items', () => {
    const decimals = (max: number, scale: number) =>
      fc.integer({ min: 0, max }).map((value) => new Decimal(value).div(scale).toFixed());
    const items = fc.array(
      fc
        .tuple(decimals(10_000, 1000), fc.option(decimals(100_000, 100_000), { freq: 10 }))
        .map(([points, fraction]) => item(points, fraction)),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(items, (list) => {
        const { score, maxScore, percentage, complete } = scoreAttempt(list);
        expect(score.gte(0) && score.lte(maxScore)).toBe(true);
        expect(percentage.gte(0) && percentage.lte(100)).toBe(true);
        for (const value of [score, maxScore, percentage]) expect(value.decimalPlaces()).toBeLessThanOrEqual(2);
        expect(complete).toBe(list.every(({ grading }) => grading.state === 'GRADED'));
        expect(shown(list.toReversed())).toEqual(shown(list));
      }),
    );
  });
});
