import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { appendToList, findList } from './list-literal.mjs';

const anchor = /\bconst all = /;

describe('appending to a list literal', () => {
  const cases = [
    ['on one line', 'const all = [a, b];', 'const all = [a, b, c];'],
    [
      'on several lines, with a comma after the last',
      'const all = [\n  a,\n  b,\n];',
      'const all = [\n  a,\n  b, c,\n];',
    ],
    ['without any element', 'const all = [];', 'const all = [c];'],
    [
      'with brackets in its elements',
      'const all = [a({ b: [1, 2] }), (d)];',
      'const all = [a({ b: [1, 2] }), (d), c];',
    ],
    ['with brackets in its texts', `const all = ["]", ']', \`]\`];`, `const all = ["]", ']', \`]\`, c];`],
    [
      'with comments',
      'const all = [a, // one], two\n b, /* ] */\n];',
      'const all = [a, // one], two\n b, c, /* ] */\n];',
    ],
  ];
  for (const [name, before, after] of cases) {
    it(name, () => assert.equal(appendToList(before, anchor, 'c'), after));
  }

  it('finds no place if there is no list', () => {
    for (const text of ['', 'const all = new Set();', 'const all = [a, b']) {
      assert.equal(appendToList(text, anchor, 'c'), undefined);
    }
  });

  it('holds for any number of elements', () => {
    let text = 'const all = [start(a({ ...b }))];';
    for (let number = 0; number < 100; number += 1) {
      text = appendToList(text, anchor, `start(c${number})`);
      if (number % 7 === 0) text = text.replace('];', ',\n];').replace('[', '[\n');
    }
    assert.equal(findList(text, anchor).elements.length, 101);
  });
});
