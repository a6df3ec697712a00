import fc from 'fast-check';
import { type Candidate, type DrawSection, drawItems, NotEnoughQuestions } from './draw-items.ts';

const section = (id: string, drawCount: number, shuffleItems = true): DrawSection => ({
  id,
  drawCount,
  pointsPerItem: '2.5',
  shuffleItems,
});
const bank = (...questionIds: string[]): Candidate[] => questionIds.map((questionId) => ({ questionId, version: 3 }));
const letters = bank(...'abcdefgh');
const idsOf = (items: readonly { questionId: string }[]) => items.map((item) => item.questionId).join('');

describe('a draw', () => {
  it('is permanently the same for the same seed', () => {
    const draw = (seed: string) =>
      drawItems(
        [section('one', 3), section('two', 2, false)],
        new Map([
          ['one', letters],
          ['two', letters],
        ]),
        seed,
      );
    expect(idsOf(draw('attempt 1'))).toBe('cdhbe');
    expect(idsOf(draw('attempt 2'))).toBe('bfceh');
    expect(draw('attempt 1')[3]).toEqual({
      position: 4,
      sectionId: 'two',
      questionId: 'b',
      version: 3,
      points: '2.5',
      seed: 'eaf5227a55ef4e6e4c4e879db822df1b',
    });
  });

  it('keeps the order of the candidates in a section that is not shuffled', () => {
    expect(idsOf(drawItems([section('s', 8, false)], new Map([['s', letters]]), 'x'))).toBe('abcdefgh');
    expect(idsOf(drawItems([section('s', 8, true)], new Map([['s', letters]]), 'x'))).not.toBe('abcdefgh');
  });

  it('does not depend on the order of the candidates', () => {
    const draw = (candidates: Candidate[]) => idsOf(drawItems([section('s', 4)], new Map([['s', candidates]]), 'x'));
    expect(draw(letters.toReversed())).toBe(draw(letters));
  });

  it('moves an earlier section to other questions if a later one has no choice', () => {
    const sections = [section('wide', 2), section('narrow', 1), section('narrower', 1)];
    const candidates = new Map([
      ['wide', bank('a', 'b', 'c', 'd')],
      ['narrow', bank('a', 'b')],
      ['narrower', bank('b')],
    ]);
    for (let seed = 0; seed < 50; seed++) {
      const items = drawItems(sections, candidates, String(seed));
      expect(idsOf(items.slice(0, 2)).split('').sort().join('')).toBe('cd');
      expect(idsOf(items.slice(2))).toBe('ab');
    }
  });

  it('names the section that lacks questions', () => {
    const draw = () =>
      drawItems(
        [section('one', 3), section('two', 3)],
        new Map([
          ['one', bank('a', 'b', 'c', 'd')],
          ['two', bank('b', 'c', 'd')],
        ]),
        'x',
      );
    expect(draw).toThrow(NotEnoughQuestions);
    expect(draw).toThrow(RangeError);
    expect(draw).toThrow(
      expect.objectContaining({ name: 'NotEnoughQuestions', sectionId: 'two', wanted: 3, available: 1 }),
    );
    expect(() => drawItems([section('none', 1)], new Map(), 'x')).toThrow(
      'Section none draws 1 questions, but only 0 are available.',
    );
  });

  it.each([-1, 1.5, Number.NaN])('refuses to draw %d questions', (drawCount) => {
    expect(() => drawItems([section('s', drawCount)], new Map([['s', letters]]), 'x')).toThrow(RangeError);
  });

  it('draws each question equally often', () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 8000; seed++) {
      for (const { questionId } of drawItems([section('s', 3)], new Map([['s', letters]]), `seed ${seed}`)) {
        counts.set(questionId, (counts.get(questionId) ?? 0) + 1);
      }
    }
    for (const count of counts.values()) expect(Math.abs(count - 3000)).toBeLessThan(150);
    expect(counts.size).toBe(8);
  });

  it('fills every section or fails, and never draws a question twice', () => {
    const pool = fc.uniqueArray(fc.constantFrom(...'abcdef'), { maxLength: 6 });
    const sections = fc.array(fc.tuple(pool, fc.nat(3), fc.boolean()), { maxLength: 4 });
    fc.assert(
      fc.property(sections, fc.string(), (given, seed) => {
        const list = given.map(([, drawCount, shuffled], index) => section(String(index), drawCount, shuffled));
        const candidates = new Map(given.map(([ids], index) => [String(index), bank(...ids)]));
        const possible = canServe(given.flatMap(([ids, drawCount]) => Array.from({ length: drawCount }, () => ids)));
        if (!possible) {
          expect(() => drawItems(list, candidates, seed)).toThrow(NotEnoughQuestions);
          return;
        }
        const items = drawItems(list, candidates, seed);
        expect(items.map((item) => item.position)).toEqual(items.map((_, index) => index + 1));
        expect(new Set(items.map((item) => item.questionId)).size).toBe(items.length);
        expect(new Set(items.map((item) => item.seed)).size).toBe(items.length);
        for (const { id, drawCount } of list) {
          const drawn = items.filter((item) => item.sectionId === id);
          expect(drawn).toHaveLength(drawCount);
          for (const { questionId } of drawn) expect(idsOf(candidates.get(id) ?? [])).toContain(questionId);
        }
        expect(drawItems(list, candidates, seed)).toEqual(items);
      }),
    );
  });
});

/** Brute force: whether each slot can have its own question. */
function canServe([slot, ...others]: readonly (readonly string[])[]): boolean {
  if (slot === undefined) return true;
  return slot.some((taken) => canServe(others.map((ids) => ids.filter((id) => id !== taken))));
}
