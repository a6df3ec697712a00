import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { entriesAt, insertAfterEntry, textOf } from './yaml-mapping.mjs';

const text = `# About.
services:
  # One.
  one:
    image: a
    waits:
      two: { condition: ready }
      # Why.
      three: { condition: ready }

  # Two.
  two-b: &two
    - item: x

volumes:
`;

describe('entries of a mapping', () => {
  it('are found by the keys that lead to them', () => {
    assert.deepEqual(
      entriesAt(text, ['services', 'one', 'waits']).map(({ key }) => key),
      ['two', 'three'],
    );
    assert.deepEqual(
      entriesAt(text, ['services']).map(({ key }) => key),
      ['one', 'two-b'],
    );
  });

  it('end before the comment of the next one', () => {
    const [one, two] = entriesAt(text, ['services']);
    assert.match(textOf(text, one), /^ {2}one:\n.*three: \{ condition: ready \}\n$/s);
    assert.equal(
      insertAfterEntry('a:\n  b: 1\n\nc: 2\n', entriesAt('a:\n  b: 1\n\nc: 2\n', [])[0], ['  d: 3']),
      'a:\n  b: 1\n  d: 3\n\nc: 2\n',
    );
    assert.equal(textOf(text, two), '  two-b: &two\n    - item: x\n');
  });

  it('are undefined if a key is missing or the value is not a mapping', () => {
    for (const path of [['nothing'], ['services', 'two-b'], ['services', 'one', 'image'], ['volumes']]) {
      assert.equal(entriesAt(text, path), undefined);
    }
  });
});
