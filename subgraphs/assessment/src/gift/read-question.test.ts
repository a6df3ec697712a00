import fc from 'fast-check';
import { readQuestion, shorten } from './read-question.ts';

const plain = (text: string) => ({ format: 'PLAIN', text });

describe('a block', () => {
  it('is a question of the category with its title, stem, answers and feedback', () => {
    expect(readQuestion('::Sum::1 + 1? {=2 ~3 ####Count.}', 'Algebra')).toMatchObject({
      name: 'Sum',
      category: 'Algebra',
      stem: plain('1 + 1?'),
      content: { kind: 'SINGLE_CHOICE' },
      generalFeedback: plain('Count.'),
    });
  });

  it.each([
    ['::A \\:: B::Stem {T}', 'A :: B', 'Stem'],
    ['::never closed {T}', 'never closed', 'never closed'],
    ['::  ::Stem {T}', 'Stem', 'Stem'],
    ['Two \\{ and \\} {T}', 'Two { and }', 'Two { and }'],
    ['2 + {#4} makes four', '2 + _____ makes four', '2 + _____ makes four'],
    ['[html]<p>2 &lt; 3&nbsp;&amp;  so on</p>{T}', '2 < 3 & so on', '<p>2 &lt; 3&nbsp;&amp;  so on</p>'],
    ['[html]<img src="a.png">{T}', 'Question', '<img src="a.png">'],
  ])('%j has the name %j and the stem %j', (block, name, text) => {
    expect(readQuestion(block, '')).toMatchObject({ name, stem: { text } });
  });

  it('has a title of at most 255 characters, and a name of at most 60 from its stem', () => {
    expect(readQuestion(`::${'a'.repeat(255)}::Stem {T}`, '')).toMatchObject({ name: 'a'.repeat(255) });
    expect(readQuestion(`::${'a'.repeat(256)}::Stem {T}`, '')).toMatchObject({ name: `${'a'.repeat(254)}…` });
    expect(readQuestion(`${'a'.repeat(61)} {T}`, '')).toMatchObject({ name: `${'a'.repeat(59)}…` });
  });

  it('gives its format to its answers and feedback', () => {
    expect(readQuestion('[markdown]*Stem* {=a#b ~c ####d}', '')).toMatchObject({
      content: { options: [{ text: { format: 'MARKDOWN' }, feedback: { format: 'MARKDOWN' } }, {}] },
      generalFeedback: { format: 'MARKDOWN', text: 'd' },
    });
  });

  it('keeps general feedback from the last mark on', () => {
    expect(readQuestion('Stem {=a####b ####c}', '')).toMatchObject({ generalFeedback: plain('c') });
    expect(readQuestion('Stem {T####}', '')).toMatchObject({ generalFeedback: null });
  });

  it.each([
    ['Only text.', 'There are no answers'],
    ['Text {=a', 'never closed'],
    ['Text =a}', 'before any {'],
    ['Text } {=a}', 'before any {'],
    ['Text {=a {b}', 'inside the answers'],
    ['Text {=a} and {=b}', 'more than one pair'],
    ['Text {=a}}', 'extra brace'],
    ['{=a}', 'no question text'],
    ['::Title::{=a}', 'no question text'],
    ['Text {=}', 'An accepted answer is empty'],
  ])('%j is refused: %s', (block, reason) => {
    expect(readQuestion(block, '')).toMatchObject({ reason: expect.stringContaining(reason) });
  });
});

describe('a shortened text', () => {
  it('has no white space before its ellipsis', () => {
    expect(shorten('one two', 5)).toBe('one…');
  });

  it('is the text itself where it is short enough, else its beginning, and never cuts a character in two', () => {
    const text = fc.array(fc.constantFrom(...'ab', '😀', ' '), { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 20 }), (given, longest) => {
        const short = shorten(given, longest);
        expect([...short].length).toBeLessThanOrEqual(longest);
        if ([...given].length <= longest) expect(short).toBe(given);
        else expect(short.endsWith('…') && given.startsWith(short.slice(0, -1))).toBe(true);
        expect(short).not.toMatch(/\p{Cs}/u);
      }),
    );
  });
});
