import { checkText, invalid } from './invalid.ts';

const bounds = { least: 1, most: 3 };

describe('checkText', () => {
  it('accepts a text within its bounds', () => {
    expect(checkText('title', 'A title', 'abc', bounds)).toBeNull();
  });

  it('names the field and the bounds of a text that is too long', () => {
    expect(checkText('chapters.0.title', 'A title', 'abcd', bounds)).toEqual(
      invalid('chapters.0.title', 'A title has 1 to 3 characters; this one has more.'),
    );
  });
});
