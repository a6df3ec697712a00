import { randomBytes } from 'node:crypto';
import type { ChoiceOption, MatchingContent, SingleChoiceContent } from '../question/question.ts';
import { choicesOf } from './item-choices.ts';
import { readResponse, showResponse } from './response-input.ts';

const text = (said: string) => ({ format: 'PLAIN', text: said }) as const;
const newSeed = () => randomBytes(16).toString('hex');

/** A question as an import stores it: the correct option first, ids in the author's order. */
function question(options: number): SingleChoiceContent {
  const option = (number: number): ChoiceOption => ({
    id: String(number + 1),
    text: text(`Option ${number + 1}`),
    fraction: number === 0 ? '1' : '0',
    feedback: null,
  });
  return { kind: 'SINGLE_CHOICE', options: Array.from({ length: options }, (_, number) => option(number)) };
}

const matching: MatchingContent = {
  kind: 'MATCHING',
  pairs: [1, 2, 3].map((number) => ({
    id: String(number),
    prompt: text(`Prompt ${number}`),
    answer: `Answer ${number}`,
  })),
  distractors: ['Answer 4'],
};

/** Guesses based only on what the server adds: ids and positions. Each returns a position. */
const guesses: readonly [string, (ids: readonly string[]) => number][] = [
  ['the first place', () => 0],
  ['the last place', (ids) => ids.length - 1],
  ['the smallest id', (ids) => ids.indexOf([...ids].sort()[0] ?? '')],
  ['the largest id', (ids) => ids.indexOf([...ids].sort().at(-1) ?? '')],
  ['the shortest id', (ids) => ids.indexOf([...ids].sort((a, b) => a.length - b.length)[0] ?? '')],
  ['the id with the most digits', (ids) => placeOfMost(ids, (id) => id.replace(/\D/g, '').length)],
  ['the id that is most like "1"', (ids) => placeOfMost(ids, (id) => id.split('1').length)],
  [
    'the smallest sum of digits',
    (ids) => placeOfMost(ids, (id) => -[...id].reduce((sum, c) => sum + Number.parseInt(c, 16), 0)),
  ],
];

function placeOfMost(ids: readonly string[], measure: (id: string) => number): number {
  return ids.reduce((best, id, place) => (measure(id) > measure(ids[best] ?? '') ? place : best), 0);
}

describe('the choices of an item', () => {
  it.each(guesses)('do not reveal the correct one by %s', (_what, guess) => {
    const [questions, options] = [4_000, 4];
    let hits = 0;
    for (let number = 0; number < questions; number += 1) {
      const choices = choicesOf(question(options), newSeed());
      if (choices?.kind !== 'OPTIONS') throw new Error('no options');
      const place = guess(choices.options.map(({ id }) => id));
      if (choices.options[place]?.text.text === 'Option 1') hits += 1;
    }
    // By chance a quarter, with a standard deviation of 27: five are exceeded once in two million runs.
    const deviation = Math.sqrt((questions * (options - 1)) / options ** 2);
    expect(Math.abs(hits - questions / options)).toBeLessThan(5 * deviation);
  });

  it('have different ids in another attempt', () => {
    const [one, other] = [choicesOf(question(4), newSeed()), choicesOf(question(4), newSeed())];
    if (one?.kind !== 'OPTIONS' || other?.kind !== 'OPTIONS') throw new Error('no options');
    const ids = new Set([...one.options, ...other.options].map(({ id }) => id));
    expect(ids.size).toBe(8);
  });

  it('do not reveal the author’s ids of prompts either', () => {
    const choices = choicesOf(matching, newSeed());
    if (choices?.kind !== 'MATCHES') throw new Error('no prompts');
    for (const { id } of choices.prompts) expect(id).toMatch(/^[\da-f]{16}$/);
  });
});

describe('a response', () => {
  const seed = newSeed();

  it('refers to the displayed ids, and is returned with them', () => {
    const choices = choicesOf(question(3), seed);
    if (choices?.kind !== 'OPTIONS') throw new Error('no options');
    const chosen = choices.options.find((option) => option.text.text === 'Option 2');
    const read = readResponse(question(3), seed, { optionIds: [String(chosen?.id)] });
    expect(read).toEqual({ ok: true, response: { kind: 'SINGLE_CHOICE', optionId: '2' } });
    if (!read.ok || !read.response) throw new Error('not read');
    expect(showResponse(read.response, seed).optionIds).toEqual([chosen?.id]);
  });

  it('to a matching question does the same', () => {
    const choices = choicesOf(matching, seed);
    if (choices?.kind !== 'MATCHES') throw new Error('no prompts');
    const [prompt] = choices.prompts;
    const matches = [{ pairId: String(prompt?.id), answer: 'Answer 4' }];
    const read = readResponse(matching, seed, { matches });
    expect(read).toMatchObject({ response: { matches: [{ pairId: '1', answer: 'Answer 4' }] } });
    if (!read.ok || !read.response) throw new Error('not read');
    expect(showResponse(read.response, seed).matches).toEqual(matches);
  });

  it.each([
    ['an author’s id', { optionIds: ['1'] }, question(3)],
    ['nothing displayed', { optionIds: ['0123456789abcdef'] }, question(3)],
    ['an author’s id of a prompt', { matches: [{ pairId: '1', answer: 'Answer 1' }] }, matching],
  ])('that names %s is refused, without listing the valid ones', (_what, fields, content) => {
    const read = readResponse(content, seed, fields);
    expect(read).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/choose one of those shown/),
    });
  });
});
