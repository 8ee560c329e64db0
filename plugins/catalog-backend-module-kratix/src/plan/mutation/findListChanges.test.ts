import { findListChanges } from './findListChanges';

const a = { name: 'a' };
const b = { name: 'b' };
const c = { name: 'c' };
const d = { name: 'd' };
const e = { name: 'e' };

describe('findListChanges', () => {
  it.each([
    ['nothing', [a, b, c], [a, b, c], [], []],
    ['one in the middle', [a, b, c], [a, d, c], [b], [d]],
    ['one more at the end', [a, b], [a, b, c], [], [c]],
    ['one less at the start', [a, b, c], [b, c], [a], []],
    ['two far apart', [a, b, c], [d, b, e], [a, c], [d, e]],
    ['all', [a, b], [c, d], [a, b], [c, d]],
    ['from nothing', [], [a], [], [a]],
    ['to nothing', [a], [], [a], []],
    ['only the order', [a, b, c], [c, a, b], [], []],
  ])('finds %s', (_, before, after, removed, added) => {
    expect(findListChanges(before, after)).toEqual({ removed, added });
  });
});
