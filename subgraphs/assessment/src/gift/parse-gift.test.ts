import type { QuestionContent, QuestionDraft } from '../question/question.ts';
import { parseGift } from './parse-gift.ts';

function only(text: string): QuestionDraft {
  const { questions, rejected } = parseGift(text);
  expect(rejected).toEqual([]);
  expect(questions).toHaveLength(1);
  return questions[0]?.draft as QuestionDraft;
}

const contentOf = (braces: string): QuestionContent => only(`Stem {${braces}}`).content;
const plain = (text: string) => ({ format: 'PLAIN', text });

describe('a question', () => {
  it('takes its name from the title', () => {
    expect(only('::Sum \\: two::What is 1 + 1? {#2}')).toMatchObject({
      name: 'Sum : two',
      stem: plain('What is 1 + 1?'),
    });
  });

  it('without a title takes its name from the first 60 characters of the stem, without markup', () => {
    expect(only('[html]<p>Is 2&nbsp;&lt;&nbsp;3?</p>{T}').name).toBe('Is 2 < 3?');
    const { name } = only(`${'long '.repeat(30)}{T}`);
    expect(name).toMatch(/^(long )+.*…$/);
    expect([...name].length).toBeLessThanOrEqual(60);
    expect(only('[html]<img src="a.png">{T}').name).toBe('Question');
  });

  it('with an unclosed title treats it as text', () => {
    expect(only('::Is this so? {T}').stem).toEqual(plain('Is this so?'));
  });

  it('may have braces in its title', () => {
    expect(only('::The set {1, 2}::How many elements? {#2}')).toMatchObject({ name: 'The set {1, 2}' });
  });

  it('has a blank if text follows the braces, also across a line break', () => {
    expect(only('Water is {=wet}.').stem.text).toBe('Water is _____.');
    expect(only('Water\nis {~dry =wet}\nand cold.').stem.text).toBe('Water is _____ and cold.');
  });

  it('reads escaped characters as text', () => {
    expect(only('A\\: \\{\\}\\~\\=\\#\\\\ \\x\\nB {T}').stem.text).toBe('A: {}~=#\\ \\x\nB');
  });

  it.each([
    ['[html]<p>\na</p>', { format: 'HTML', text: '<p>\na</p>' }],
    ['[MARKDOWN]* a\n* b', { format: 'MARKDOWN', text: '* a\n* b' }],
    ['[plain]a\n  b', { format: 'PLAIN', text: 'a\n  b' }],
    ['[moodle]a\n  b', { format: 'PLAIN', text: 'a b' }],
    ['a\n  b\\nc', { format: 'PLAIN', text: 'a b\nc' }],
    ['[3] is a list', { format: 'PLAIN', text: '[3] is a list' }],
  ])('reads the stem %j in its format', (stem, expected) => {
    expect(only(`${stem} {T}`).stem).toEqual(expected);
  });

  it('passes its format to answers and feedback without one', () => {
    const { content, generalFeedback } = only('[html]<b>?</b>{=<i>a</i>#[plain]yes ~[markdown]*b*#no ####<p>g</p>}');
    expect(content).toMatchObject({
      options: [
        { text: { format: 'HTML', text: '<i>a</i>' }, feedback: { format: 'PLAIN', text: 'yes' } },
        { text: { format: 'MARKDOWN', text: '*b*' }, feedback: { format: 'HTML', text: 'no' } },
      ],
    });
    expect(generalFeedback).toEqual({ format: 'HTML', text: '<p>g</p>' });
  });
});

describe('the kind of a question', () => {
  it('is single choice if = occurs among ~', () => {
    expect(contentOf('~Grant#no ~%-25%Jefferson =no one#yes')).toEqual({
      kind: 'SINGLE_CHOICE',
      options: [
        { id: '1', text: plain('Grant'), fraction: '0', feedback: plain('no') },
        { id: '2', text: plain('Jefferson'), fraction: '-0.25', feedback: null },
        { id: '3', text: plain('no one'), fraction: '1', feedback: plain('yes') },
      ],
    });
  });

  it('is multiple choice if all options are weighted ~', () => {
    const content = contentOf('~%33.33333%a ~% 33.33333 %b ~%33,33333%c ~%-100%d ~e');
    expect(content).toMatchObject({ kind: 'MULTIPLE_CHOICE' });
    expect('options' in content && content.options.map((option) => option.fraction)).toEqual([
      '0.3333333',
      '0.3333333',
      '0.3333333',
      '-1',
      '0',
    ]);
  });

  it.each(['T', 'TRUE', 'true', ' True '])('is true for %j', (word) => {
    expect(contentOf(word)).toMatchObject({ kind: 'TRUE_FALSE', answer: true });
  });

  it.each(['F', 'FALSE', 'false'])('is false for %j', (word) => {
    expect(contentOf(word)).toMatchObject({ kind: 'TRUE_FALSE', answer: false });
  });

  it.each([
    ['T#wrong#right', 'right', 'wrong'],
    ['F # wrong # right', 'right', 'wrong'],
    ['F#wrong', undefined, 'wrong'],
    ['T# #right', 'right', undefined],
  ])('reads the feedbacks of %j as for a wrong, then for a correct answer', (braces, right, wrong) => {
    const content = contentOf(braces);
    expect(content).toMatchObject({
      feedbackWhenRight: right === undefined ? null : plain(right),
      feedbackWhenWrong: wrong === undefined ? null : plain(wrong),
    });
  });

  it('is short answer if all answers are =', () => {
    expect(contentOf('=four =%50%f*r#nearly')).toEqual({
      kind: 'SHORT_ANSWER',
      caseSensitive: false,
      answers: [
        { pattern: 'four', fraction: '1', feedback: null },
        { pattern: 'f*r', fraction: '0.5', feedback: plain('nearly') },
      ],
    });
  });

  it.each([
    ['One', 'One', null],
    ['t r u e', 't r u e', null],
    ['One#Yes', 'One', plain('Yes')],
  ])('is short answer if the only answer has no sign: %s', (braces, pattern, feedback) => {
    expect(contentOf(braces)).toEqual({
      kind: 'SHORT_ANSWER',
      caseSensitive: false,
      answers: [{ pattern, fraction: '1', feedback }],
    });
  });

  it('is short answer if an arrow is in feedback or escaped', () => {
    expect(contentOf('=a#a -> b').kind).toBe('SHORT_ANSWER');
    expect(contentOf('=a \\-> b')).toMatchObject({ kind: 'SHORT_ANSWER', answers: [{ pattern: 'a -> b' }] });
  });

  it('is matching if answers have arrows; those without a prompt are distractors', () => {
    expect(contentOf('=Canada -> Ottawa\n =Italy->Rome\n = -> New\n Delhi')).toEqual({
      kind: 'MATCHING',
      pairs: [
        { id: '1', prompt: plain('Canada'), answer: 'Ottawa' },
        { id: '2', prompt: plain('Italy'), answer: 'Rome' },
      ],
      distractors: ['New Delhi'],
    });
  });

  it.each([
    ['#1822', [['1822', '1822', '1']]],
    ['#-1', [['-1', '-1', '1']]],
    ['#3.1415:0.0005', [['3.141', '3.142', '1']]],
    ['# -3.142 .. -3.141', [['-3.142', '-3.141', '1']]],
    [
      '#=1822:0 =%50%1822:2',
      [
        ['1822', '1822', '1'],
        ['1820', '1824', '0.5'],
      ],
    ],
    [
      '#=9 ~',
      [
        ['9', '9', '1'],
        [null, null, '0'],
      ],
    ],
    [
      '#=%100%1e3 =%0%*',
      [
        ['1000', '1000', '1'],
        [null, null, '0'],
      ],
    ],
    ['#*..0,5', [[null, '0.5', '1']]],
    ['#0.1:0.2', [['-0.1', '0.3', '1']]],
  ])('is numerical for %j', (braces, expected) => {
    const content = contentOf(braces);
    expect(content.kind === 'NUMERICAL' && content.answers.map((a) => [a.min, a.max, a.fraction])).toEqual(expected);
  });

  it('is essay if the braces contain at most general feedback', () => {
    expect(contentOf('')).toEqual({ kind: 'ESSAY' });
    expect(only('Write. { ####Thanks. }')).toMatchObject({
      content: { kind: 'ESSAY' },
      generalFeedback: plain('Thanks.'),
    });
  });
});

describe('a file', () => {
  it('puts questions into the most recent category', () => {
    const { questions } = parseGift(
      [
        'a{T}',
        '$CATEGORY: $course$/top/A// B / C',
        'b{T}',
        '',
        '$CATEGORY: top',
        '',
        'c{T}',
        '$CATEGORY: D',
        'd{T}',
      ].join('\n'),
    );
    expect(questions.map(({ draft }) => draft.category)).toEqual(['', 'A// B/C', '', 'D']);
  });

  it('skips comments, also within a question, and reports the line where a question begins', () => {
    const { questions, rejected } = parseGift(
      '// [id:1] {\n\nStem\n  // between }\n{\n// { in braces\n=a\n\n~b}\n\n\n//end',
    );
    expect(rejected).toEqual([]);
    expect(questions.map(({ line, draft }) => [line, draft.stem.text])).toEqual([[3, 'Stem']]);
  });

  it('may have a byte order mark, carriage returns, tabs and any script', () => {
    const { questions } = parseGift('\uFEFF// c\r\n\r\nЧто это?\t{\r\n\t=да\r\n\t~нет}\r\n\r\n日本は{T}\r\n');
    expect(questions.map(({ line, draft }) => [line, draft.stem.text])).toEqual([
      [3, 'Что это?'],
      [7, '日本は'],
    ]);
  });

  it('may omit the blank line between two questions', () => {
    const { questions, rejected } = parseGift('a{T}\n::B::b{F}\nc is {=x} so\nd\n{T}\n$CATEGORY: x\ne{T}');
    expect(rejected).toEqual([]);
    expect(questions.map(({ line, draft }) => [line, draft.stem.text])).toEqual([
      [1, 'a'],
      [2, 'b'],
      [3, 'c is _____ so'],
      [4, 'd'],
      [7, 'e'],
    ]);
  });

  it.each(['Next {T}', '::Next::Next {T}', '$CATEGORY: x\nNext {T}'])(
    'loses only one question if braces are not closed before %j',
    (next) => {
      const { questions, rejected } = parseGift(`First {T}\n\nOpen {=a\n~b\n\n${next}`);
      expect(questions.map(({ draft }) => draft.stem.text)).toEqual(['First', 'Next']);
      expect(rejected.map(({ line, excerpt }) => [line, excerpt])).toEqual([[3, 'Open {=a ~b']]);
    },
  );

  it('replaces characters that the database cannot store with replacement characters', () => {
    expect(only('a\0b\uD800c😀{T}').stem.text).toBe('a\uFFFDb\uFFFDc😀');
  });

  it.each(['', '\n\n', '// only a comment', '\uFEFF', '$CATEGORY:'])('may contain no questions: %j', (text) => {
    expect(parseGift(text)).toEqual({ questions: [], rejected: [] });
  });
});

describe('a category that is too long', () => {
  it('rejects the questions below it, until the next one', () => {
    const long = 'a'.repeat(1_000);
    const { questions, rejected } = parseGift(
      `$CATEGORY: ${long}\n\nIs 7 prime? {T}\n\n$CATEGORY: b\n\nIs 9 prime? {F}`,
    );
    expect(questions.map(({ draft }) => draft.category)).toEqual(['b']);
    expect(rejected).toEqual([
      { line: 3, excerpt: 'Is 7 prime? {T}', reason: expect.stringContaining('has more than 1,000 characters') },
    ]);
  });
});

describe('a question that is rejected', () => {
  it.each([
    ['Only text.', 'description'],
    ['Text {=a ~b', 'never closed'],
    ['Text =a ~b}', 'before any {'],
    ['Text {=a {b} ~c}', 'inside the answers'],
    ['Text {=a} and {=b}', 'more than one pair'],
    ['Text {=a}}', 'extra brace'],
    ['{=a ~b}', 'no question text'],
    ['Text {a =b ~c}', 'before the first answer'],
    ['Text {~%100%a}', 'two or more'],
    ['Text {~a ~b}', 'no right answer'],
    ['Text {~%50%a ~%25%b}', 'add up to 75 %'],
    ['Text {=%50%a ~b}', 'fully correct'],
    ['Text {=a ~}', 'no text'],
    ['Text {~%101%a =b}', '-100 to 100'],
    ['Text {=%50%a}', 'fully correct'],
    ['Text {=}', 'empty'],
    ['Text {=a -> b}', 'fewer than 2 pairs'],
    ['Text {=a -> b =c}', 'no ->'],
    ['Text {=a -> b =c ->}', 'no answer'],
    ['Text {#five}', 'not a number'],
    ['Text {#}', 'not a number'],
    ['Text {#5:x}', 'not a number'],
    ['Text {#5:-1}', 'negative'],
    ['Text {#5..1}', 'smaller number first'],
    ['Text {#=%50%5}', 'fully correct'],
    [`Text {${'=a '.repeat(501)}}`, 'There are 501 answers; write at most 500'],
    [`Text {#${'=1 '.repeat(501)}}`, 'There are 501 answers; write at most 500'],
    [`Text ${'x'.repeat(100_000)} {T}`, 'write at most 100,000 characters'],
  ])('is reported: %.100s', (text, reason) => {
    const { questions, rejected } = parseGift(`// comment\n\n${text}\n\nNext {T}`);
    expect(questions).toHaveLength(1);
    const beginning = text.length > 80 ? expect.stringMatching(/^Text .{70,74}…$/) : text;
    expect(rejected).toEqual([{ line: 3, excerpt: beginning, reason: expect.stringContaining(reason) }]);
  });

  it('is shown by its first 80 characters, on one line', () => {
    const [rejected] = parseGift(`${'ä\n'.repeat(100)}{`).rejected;
    expect(rejected?.excerpt).toHaveLength(80);
    expect(rejected?.excerpt).toMatch(/^(ä )+…$|^(ä )+ä…$/);
  });
});
