import fc from 'fast-check';
import type { FormattedText, QuestionContent } from '../question/question.ts';
import { inShownOrder, optionOrder } from './option-order.ts';

const plain = (text: string): FormattedText => ({ format: 'PLAIN', text });
const choice: QuestionContent = {
  kind: 'SINGLE_CHOICE',
  options: ['1', '2', '3', '4', '5'].map((id) => ({ id, text: plain(id), fraction: '0', feedback: null })),
};
const matching: QuestionContent = {
  kind: 'MATCHING',
  pairs: ['Ottawa', 'Rome', 'Rome'].map((answer, index) => ({ id: String(index), prompt: plain(answer), answer })),
  distractors: ['Kyoto', 'Rome'],
};

describe('the order of options', () => {
  it('is permanently the same for the same seed', () => {
    expect(optionOrder(choice, 'item 1').join('')).toBe('45123');
    expect(optionOrder(choice, 'item 2').join('')).toBe('15432');
    expect(optionOrder(matching, 'item 1')).toEqual(['Ottawa', 'Kyoto', 'Rome']);
  });

  it('has every option, and every answer of a matching question, once', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        expect(optionOrder(choice, seed).sort()).toEqual(['1', '2', '3', '4', '5']);
        expect(optionOrder(matching, seed).sort()).toEqual(['Kyoto', 'Ottawa', 'Rome']);
      }),
    );
  });

  it('is fixed for true and false, and empty if there is nothing to choose', () => {
    const truth: QuestionContent = {
      kind: 'TRUE_FALSE',
      answer: true,
      feedbackWhenRight: null,
      feedbackWhenWrong: null,
    };
    expect(optionOrder(truth, 'any')).toEqual(['true', 'false']);
    expect(optionOrder({ kind: 'ESSAY' }, 'any')).toEqual([]);
  });
});

describe('content in the displayed order', () => {
  it('has the same options, as the learner sees them', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const shown = inShownOrder(choice, seed);
        expect(shown).toMatchObject({ options: optionOrder(choice, seed).map((id) => ({ id })) });
      }),
    );
  });

  it('is unchanged if there are no options', () => {
    expect(inShownOrder(matching, 'any')).toBe(matching);
  });
});
