import { parse } from 'graphql';
import { isStorable, refuseUnstorableText } from './storable-text.ts';

describe('isStorable', () => {
  it.each([
    ['words', true],
    ['an emoji 🙂', true],
    ['a\0b', false],
    ['half \ud83d', false],
    ['half \ude42', false],
    [`a${'\u0315'.repeat(30)} b${'\u0301'.repeat(30)}`, true],
    [`a${'\u0315\u0316'.repeat(16)}`, false],
  ])('%j: %p', (text, storable) => {
    expect(isStorable(text)).toBe(storable);
  });
});

describe('refuseUnstorableText', () => {
  const document = parse('{ find(text: "fine") }');

  it('accepts storable text', () => {
    expect(() => refuseUnstorableText(document, { input: { names: ['a', 'b'], count: 1, none: null } })).not.toThrow();
  });

  it('names the variable as a path', () => {
    expect(() => refuseUnstorableText(document, { input: { names: ['a', 'b\0'] } })).toThrow(
      /^variables\.input\.names\.1: /,
    );
  });

  it('names the location in the document', () => {
    const broken = parse('{ find(text: "\\u0000") }');
    expect(() => refuseUnstorableText(broken, undefined)).toThrow(
      expect.objectContaining({ locations: [{ line: 1, column: 14 }], extensions: { code: 'BAD_USER_INPUT' } }),
    );
  });
});
