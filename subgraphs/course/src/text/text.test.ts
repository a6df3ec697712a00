import { checkText } from './text.ts';

const bounds = { least: 1, most: 5 };

describe('checkText', () => {
  it.each(['a', 'abcde', '😀😀'])('takes %j', (text) => {
    expect(checkText('title', 'A title', text, bounds)).toBeNull();
  });

  it.each(['', 'abcdef', '\u200B'])('names the field and the bounds of %j', (text) => {
    expect(checkText('title', 'A title', text, bounds)).toEqual({
      fault: 'INVALID',
      field: 'title',
      message: expect.stringContaining('A title has 1 to 5 characters'),
    });
  });
});
