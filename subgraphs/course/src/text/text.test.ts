import { checkText } from './text.ts';

const bounds = { least: 1, most: 5 };

describe('checkText', () => {
  it.each(['a', 'abcde', '😀😀'])('takes %j', (text) => {
    expect(checkText('title', 'A title', text, bounds)).toBeNull();
  });

  it.each(['', 'abcdef'])('names the bounds and the length of %j', (text) => {
    expect(checkText('title', 'A title', text, bounds)).toEqual({
      fault: 'INVALID',
      field: 'title',
      message: `A title has 1 to 5 characters; this one has ${text.length}.`,
    });
  });
});
