import { cutText, isWithinBounds } from './bounds';

describe('cutText', () => {
  it.each([
    ['short', 10, 'short'],
    ['exactly', 7, 'exactly'],
    ['too long', 4, 'too…'],
    ['ab😀cd', 4, 'ab…'],
  ])('cuts "%s" at %d', (text, max, expected) => {
    expect(cutText(text, max)).toBe(expected);
  });
});

describe('isWithinBounds', () => {
  it('counts every value', () => {
    expect(isWithinBounds({ a: [1, 2] }, 4)).toBe(true);
    expect(isWithinBounds({ a: [1, 2] }, 3)).toBe(false);
  });
});
