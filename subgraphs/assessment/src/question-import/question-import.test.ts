import { newId, QuestionBankId } from '@lyceum/contracts';
import fc from 'fast-check';
import { giftBlocks, parseGift, readBlock } from '../gift/parse-gift.ts';
import { checkFile, newImport, takeMore } from './question-import.ts';

const bankId = newId(QuestionBankId);

describe('an import', () => {
  it('has the same result in batches of any size', () => {
    const block = fc.constantFrom(
      'Is 7 prime? {T}',
      'Open {=a',
      '$CATEGORY: a/b',
      '2 + 2 {#4}',
      '2 {#two}',
      '::A:: b {=c ~d}',
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 30 }), fc.integer({ min: 1, max: 7 }), (blocks, size) => {
        const text = blocks.join('\n\n');
        const { questions, rejected } = parseGift(text);
        const results = [...giftBlocks(text)].map(readBlock);
        let state = newImport(bankId);
        const drafts = [];
        for (let from = 0; from < results.length; from += size) {
          const taken = takeMore(state, results.slice(from, from + size), false);
          state = taken.state;
          drafts.push(...taken.drafts);
        }
        expect(drafts).toEqual(questions.map(({ draft }) => draft));
        expect(state).toEqual({
          bankId,
          totalCount: null,
          readCount: results.length,
          importedCount: questions.length,
          rejectedCount: rejected.length,
          rejected,
        });
      }),
    );
  });

  it('reports the first hundred rejected questions, with truncated reasons', () => {
    const refused = (line: number) => ({ line, excerpt: 'x', reason: 'y'.repeat(1_000) });
    const some = Array.from({ length: 60 }, (_, index) => refused(index));
    const first = takeMore(newImport(bankId), some, false);
    const { state } = takeMore(first.state, some, false);
    expect(state).toMatchObject({ readCount: 120, rejectedCount: 120 });
    expect(state.rejected).toHaveLength(100);
    expect(new Set(state.rejected.map(({ reason }) => reason.length))).toEqual(new Set([500]));
  });

  it('accepts a million bytes, not a million characters', () => {
    expect(checkFile('x'.repeat(1_000_000))).toBeNull();
    expect(checkFile('ä'.repeat(500_001))).toEqual({
      outcome: 'INVALID',
      field: 'text',
      message: 'A file may have at most 1000000 bytes of UTF-8; this one has 1000002. Import it in parts.',
    });
  });
});
