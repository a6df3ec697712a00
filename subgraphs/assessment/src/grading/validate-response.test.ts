import type { FormattedText, QuestionContent, Response } from '../question/question.ts';
import { LONGEST_TEXT, validateResponse } from './validate-response.ts';

const plain = (text: string): FormattedText => ({ format: 'PLAIN', text });
const options = ['a', 'b'].map((id) => ({ id, text: plain(id), fraction: '0', feedback: null }));
const single: QuestionContent = { kind: 'SINGLE_CHOICE', options };
const multiple: QuestionContent = { kind: 'MULTIPLE_CHOICE', options };
const truth: QuestionContent = { kind: 'TRUE_FALSE', answer: true, feedbackWhenRight: null, feedbackWhenWrong: null };
const numerical: QuestionContent = { kind: 'NUMERICAL', answers: [] };
const short: QuestionContent = { kind: 'SHORT_ANSWER', caseSensitive: false, answers: [] };
const essay: QuestionContent = { kind: 'ESSAY' };
const matching: QuestionContent = {
  kind: 'MATCHING',
  pairs: [{ id: 'p', prompt: plain('Canada'), answer: 'Ottawa' }],
  distractors: ['Rome'],
};

const accepted: [string, QuestionContent, Response][] = [
  ['an option of the question', single, { kind: 'SINGLE_CHOICE', optionId: 'b' }],
  ['options of the question, in any order', multiple, { kind: 'MULTIPLE_CHOICE', optionIds: ['b', 'a', 'b'] }],
  ['no option', multiple, { kind: 'MULTIPLE_CHOICE', optionIds: [] }],
  ['true', truth, { kind: 'TRUE_FALSE', value: true }],
  ['a number', numerical, { kind: 'NUMERICAL', number: '1 000,5' }],
  ['a text', short, { kind: 'SHORT_ANSWER', text: 'Ottawa' }],
  ['an essay of the greatest length', essay, { kind: 'ESSAY', text: '😀'.repeat(LONGEST_TEXT.ESSAY) }],
  ['a distractor', matching, { kind: 'MATCHING', matches: [{ pairId: 'p', answer: 'Rome' }] }],
  ['no match yet', matching, { kind: 'MATCHING', matches: [] }],
];

const refused: [string, QuestionContent, Response, string][] = [
  ['another kind', single, { kind: 'ESSAY', text: '' }, 'of kind SINGLE_CHOICE, not ESSAY'],
  ['an unknown option', single, { kind: 'SINGLE_CHOICE', optionId: 'c' }, 'choose among those shown'],
  [
    'an unknown option among others',
    multiple,
    { kind: 'MULTIPLE_CHOICE', optionIds: ['a', 'c'] },
    'choose among those shown',
  ],
  ['words for a number', numerical, { kind: 'NUMERICAL', number: 'five' }, 'Write one number'],
  ['a number with a unit', numerical, { kind: 'NUMERICAL', number: '5 m' }, 'without a unit'],
  [
    'a short answer that is too long',
    short,
    { kind: 'SHORT_ANSWER', text: 'x'.repeat(1_001) },
    'at most 1,000 characters',
  ],
  ['an essay that is too long', essay, { kind: 'ESSAY', text: '😀'.repeat(100_001) }, 'at most 100,000 characters'],
  ['a null character', essay, { kind: 'ESSAY', text: 'a\0' }, 'null characters'],
  ['half a character', essay, { kind: 'ESSAY', text: 'a\uD83D' }, 'broken characters'],
  [
    'an unknown prompt',
    matching,
    { kind: 'MATCHING', matches: [{ pairId: 'q', answer: 'Rome' }] },
    'match those shown',
  ],
  [
    'an unknown answer',
    matching,
    { kind: 'MATCHING', matches: [{ pairId: 'p', answer: 'Oslo' }] },
    'one of those shown',
  ],
  [
    'a prompt matched twice',
    matching,
    { kind: 'MATCHING', matches: ['Rome', 'Ottawa'].map((answer) => ({ pairId: 'p', answer })) },
    'each prompt once',
  ],
];

describe('a response', () => {
  it.each(accepted)('is accepted: %s', (_, content, response) => {
    expect(validateResponse(content, response)).toEqual({ ok: true });
  });

  it.each(refused)('is refused with a reason: %s', (_, content, response, reason) => {
    expect(validateResponse(content, response)).toEqual({ ok: false, reason: expect.stringContaining(reason) });
  });
});
