import fc from 'fast-check';
import { answerSize } from './answer-size.ts';

describe('the size of an answer', () => {
  it('is never less than its JSON, texts being ASCII', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: fc.constantFrom('a', 'b', ' ') }), (value) => {
        const numbersAside = JSON.stringify(value, (_key, member) => (typeof member === 'number' ? 1 : member));
        expect(answerSize(value, Number.POSITIVE_INFINITY)).toBeGreaterThanOrEqual(numbersAside.length - 5);
      }),
    );
  });

  it('is not counted further once it is enough', () => {
    let read = 0;
    const items = Array.from({ length: 1_000 }, () => ({
      get text() {
        read += 1;
        return 'x'.repeat(100);
      },
    }));
    expect(answerSize(items, 2_000)).toBeGreaterThan(2_000);
    expect(read).toBeLessThan(20);
  });
});
