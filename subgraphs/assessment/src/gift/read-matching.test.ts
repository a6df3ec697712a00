import fc from 'fast-check';
import { escapeTextWithArrows } from './escape.ts';
import { splitAnswers } from './raw-answers.ts';
import { readMatching } from './read-matching.ts';
import { unmarked } from './text.ts';

const read = (braces: string) => readMatching(splitAnswers(braces).answers, unmarked);
const plain = (text: string) => ({ format: 'PLAIN' as const, text });

describe('pairs', () => {
  it('are prompts and their answers, numbered from 1; an answer alone is a distractor', () => {
    expect(read('=one -> 1 =-> 3 =two -> 2')).toEqual({
      kind: 'MATCHING',
      pairs: [
        { id: '1', prompt: plain('one'), answer: '1' },
        { id: '2', prompt: plain('two'), answer: '2' },
      ],
      distractors: ['3'],
    });
  });

  it('are parted at the first arrow that is not escaped', () => {
    expect(read('=a \\-> b -> c -> d =e -> f')).toMatchObject({
      pairs: [{ prompt: plain('a -> b'), answer: 'c -> d' }, { prompt: plain('e') }],
    });
  });

  it('may have prompts with a format of their own, and have answers on one line', () => {
    expect(read('=[html]<i>a</i> -> one\n  line =b -> c')).toMatchObject({
      pairs: [{ prompt: { format: 'HTML', text: '<i>a</i>' }, answer: 'one line' }, {}],
    });
  });

  it.each([
    ['=a -> b =c', 'A pair has no ->'],
    ['=a -> b =c -> ', 'A prompt has no answer'],
    ['=a -> b =->', 'A prompt has no answer'],
    ['=a -> b', 'fewer than 2 pairs'],
    ['=a -> b =-> c', 'fewer than 2 pairs'],
  ])('%j are refused: %s', (braces, reason) => {
    expect(read(braces)).toMatchObject({ reason: expect.stringContaining(reason) });
  });

  it('are read back as they were written, arrows and signs escaped', () => {
    const text = fc
      .array(fc.constantFrom(...'ab~=#\\>- ', '->'), { minLength: 1, maxLength: 8 })
      .map((parts) => parts.join('').trim().replace(/ +/g, ' '))
      .filter((given) => given !== '');
    const pairs = fc.array(fc.record({ prompt: text, answer: text }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(pairs, (given) => {
        const written = given.map(
          ({ prompt, answer }) => `=${escapeTextWithArrows(prompt)} -> ${escapeTextWithArrows(answer)}`,
        );
        expect(read(written.join('\n'))).toEqual({
          kind: 'MATCHING',
          pairs: given.map(({ prompt, answer }, index) => ({ id: `${index + 1}`, prompt: plain(prompt), answer })),
          distractors: [],
        });
      }),
    );
  });
});
