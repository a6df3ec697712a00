import fc from 'fast-check';
import type { FormattedText, QuestionContent, Response } from '../question/question.ts';
import { gradeResponse } from './grade-response.ts';

const plain = (text: string): FormattedText => ({ format: 'PLAIN', text });
const options = (...fractions: string[]) =>
  fractions.map((fraction, index) => ({
    id: String(index + 1),
    text: plain(`option ${index + 1}`),
    fraction,
    feedback: plain(`feedback ${index + 1}`),
  }));

const single: QuestionContent = { kind: 'SINGLE_CHOICE', options: options('0', '1', '0.5', '-0.25') };
const halves: QuestionContent = { kind: 'MULTIPLE_CHOICE', options: options('0.5', '0.5', '-1', '-0.25', '0') };
const thirds: QuestionContent = {
  kind: 'MULTIPLE_CHOICE',
  options: options('0.3333333', '0.3333333', '0.3333333', '-0.3333333'),
};
const sixths: QuestionContent = {
  kind: 'MULTIPLE_CHOICE',
  options: options('0.1666667', '0.1666667', '0.1666667', '0.1666667', '0.1666667', '0.1666667'),
};
const truth: QuestionContent = {
  kind: 'TRUE_FALSE',
  answer: true,
  feedbackWhenRight: plain('yes'),
  feedbackWhenWrong: null,
};
const short: QuestionContent = {
  kind: 'SHORT_ANSWER',
  caseSensitive: false,
  answers: [
    { pattern: 'Nazareth', fraction: '1', feedback: plain('yes') },
    { pattern: 'Naz*th', fraction: '0.75', feedback: plain('nearly') },
    { pattern: 'Rome', fraction: '-0.5', feedback: null },
    { pattern: '*', fraction: '0', feedback: plain('no') },
  ],
};
const numerical: QuestionContent = {
  kind: 'NUMERICAL',
  answers: [
    { min: '3.14', max: '3.15', fraction: '1', feedback: plain('yes') },
    { min: '3', max: '4', fraction: '0.5', feedback: plain('near') },
    { min: '100', max: null, fraction: '0.1', feedback: null },
    { min: null, max: null, fraction: '0', feedback: plain('no') },
  ],
};
const matching: QuestionContent = {
  kind: 'MATCHING',
  pairs: [
    { id: '1', prompt: plain('Canada'), answer: 'Ottawa' },
    { id: '2', prompt: plain('Italy'), answer: 'Rome' },
    { id: '3', prompt: plain('Japan'), answer: 'Tokyo' },
  ],
  distractors: ['Kyoto'],
};
const essay: QuestionContent = { kind: 'ESSAY' };

const chosen = (...optionIds: string[]): Response => ({ kind: 'MULTIPLE_CHOICE', optionIds });
const one = (optionId: string): Response => ({ kind: 'SINGLE_CHOICE', optionId });
const text = (value: string): Response => ({ kind: 'SHORT_ANSWER', text: value });
const number = (value: string): Response => ({ kind: 'NUMERICAL', number: value });
const matched = (...answers: string[]): Response => ({
  kind: 'MATCHING',
  matches: answers.map((answer, index) => ({ pairId: String(index + 1), answer })),
});

/** The results of version grading/1. A row that has to change requires a new CALCULATOR_VERSION. */
const golden: [string, QuestionContent, Response | null, string, string[]][] = [
  ['right option', single, one('2'), '1', ['feedback 2']],
  ['half right option', single, one('3'), '0.5', ['feedback 3']],
  ['wrong option', single, one('1'), '0', ['feedback 1']],
  ['option with a penalty', single, one('4'), '0', ['feedback 4']],
  ['option that does not exist', single, one('9'), '0', []],
  ['no response', single, null, '0', []],
  ['all right options', halves, chosen('1', '2'), '1', ['feedback 1', 'feedback 2']],
  ['one of two right options', halves, chosen('2'), '0.5', ['feedback 2']],
  ['an option chosen twice', halves, chosen('2', '2'), '0.5', ['feedback 2']],
  ['a right option and a penalty', halves, chosen('4', '1'), '0.25', ['feedback 1', 'feedback 4']],
  ['more penalty than right', halves, chosen('1', '3'), '0', ['feedback 1', 'feedback 3']],
  ['no option', halves, chosen(), '0', []],
  ['three thirds', thirds, chosen('1', '2', '3'), '1', ['feedback 1', 'feedback 2', 'feedback 3']],
  ['two thirds', thirds, chosen('1', '2'), '0.6666666', ['feedback 1', 'feedback 2']],
  ['three thirds less one', thirds, chosen('1', '2', '3', '4'), '0.6666666', [1, 2, 3, 4].map((n) => `feedback ${n}`)],
  ['six sixths', sixths, chosen('1', '2', '3', '4', '5', '6'), '1', [1, 2, 3, 4, 5, 6].map((n) => `feedback ${n}`)],
  ['true and is', truth, { kind: 'TRUE_FALSE', value: true }, '1', ['yes']],
  ['false but is true', truth, { kind: 'TRUE_FALSE', value: false }, '0', []],
  ['accepted text', short, text(' NAZARETH '), '1', ['yes']],
  ['text that a wildcard accepts', short, text('Nazereth'), '0.75', ['nearly']],
  ['text with a penalty', short, text('Rome'), '0', []],
  ['text that only * accepts', short, text('Paris'), '0', ['no']],
  ['number within the narrow range', numerical, number('3,141'), '1', ['yes']],
  ['number at the lower bound', numerical, number('3.14'), '1', ['yes']],
  ['number at the upper bound', numerical, number('3.150'), '1', ['yes']],
  ['number just above', numerical, number('3.15000000000000000000001'), '0.5', ['near']],
  ['number without an upper bound', numerical, number('1e99'), '0.1', []],
  ['number out of all ranges', numerical, number('-7'), '0', ['no']],
  ['not a number', numerical, number('pi'), '0', []],
  ['all pairs', matching, matched('Ottawa', 'Rome', 'Tokyo'), '1', []],
  ['one of three pairs', matching, matched('Ottawa', 'Tokyo', 'Kyoto'), `0.${'3'.repeat(30)}`, []],
  ['two of three pairs, one left open', matching, matched('Ottawa', 'Rome'), `0.${'6'.repeat(29)}7`, []],
  ['no pair', matching, matched(), '0', []],
  ['essay left unanswered', essay, null, '0', []],
];

describe('grading', () => {
  it.each(golden)('%s', (_, content, response, fraction, feedback) => {
    const grading = gradeResponse(content, response);
    expect(grading).toMatchObject({ state: 'GRADED', feedback: feedback.map(plain) });
    expect(grading.state === 'GRADED' && grading.fraction.toFixed()).toBe(fraction);
  });

  it('leaves an essay for review', () => {
    expect(gradeResponse(essay, { kind: 'ESSAY', text: 'Once upon a time' })).toEqual({ state: 'NEEDS_REVIEW' });
  });

  it('refuses a response of another kind', () => {
    expect(() => gradeResponse(essay, one('1'))).toThrow(TypeError);
    expect(() => gradeResponse(single, chosen('1'))).toThrow(TypeError);
  });

  it('does not depend on the order in which options were chosen, nor on repetition, and stays within 0 and 1', () => {
    const fraction = fc.integer({ min: -100_000, max: 100_000 }).map((n) => (n / 100_000).toFixed(5));
    const question = fc.array(fraction, { minLength: 1, maxLength: 8 }).map((list) => options(...list));
    const choice = question.chain((list) =>
      fc.record({ options: fc.constant(list), ids: fc.shuffledSubarray(list.map((option) => option.id)) }),
    );
    fc.assert(
      fc.property(choice, ({ options: list, ids }) => {
        const content: QuestionContent = { kind: 'MULTIPLE_CHOICE', options: list };
        const grading = gradeResponse(content, chosen(...ids));
        expect(gradeResponse(content, chosen(...ids.toSorted(), ...ids))).toEqual(grading);
        if (grading.state !== 'GRADED') throw new Error('not graded');
        expect(grading.fraction.gte(0) && grading.fraction.lte(1)).toBe(true);
      }),
    );
  });

  it('stays within 0 and 1 for any answer of any kind', () => {
    const anything = fc.oneof(
      fc.constantFrom('1', '2', '3', '4').map((id): [QuestionContent, Response] => [single, one(id)]),
      fc.string().map((value): [QuestionContent, Response] => [short, text(value)]),
      fc.double().map((value): [QuestionContent, Response] => [numerical, number(String(value))]),
      fc
        .array(fc.constantFrom('Ottawa', 'Rome', 'Tokyo', 'Kyoto', ''), { maxLength: 4 })
        .map((answers): [QuestionContent, Response] => [matching, matched(...answers)]),
    );
    fc.assert(
      fc.property(anything, ([content, response]) => {
        const grading = gradeResponse(content, response);
        if (grading.state !== 'GRADED') throw new Error('not graded');
        expect(grading.fraction.gte(0) && grading.fraction.lte(1)).toBe(true);
      }),
    );
  });
});
