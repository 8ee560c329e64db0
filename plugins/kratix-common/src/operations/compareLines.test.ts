import { compareLines } from './compareLines';

describe('compareLines', () => {
  it.each([
    ['a', 'a', [' a']],
    ['', 'a', ['+a']],
    ['a', '', ['-a']],
    ['ab', 'ac', [' a', '-b', '+c']],
    ['abc', 'c', ['-a', '-b', ' c']],
    ['kabcdz', 'kbxdcz', [' k', '-a', ' b', '-c', '+x', ' d', '+c', ' z']],
  ])('of %j and %j', (before, after, lines) => {
    expect(compareLines([...before], [...after])).toEqual(lines);
  });

  it('reads no very great change line by line', () => {
    const numbers = (from: number) =>
      Array.from({ length: 3_000 }, (_, index) => String(from + index));
    const [before, after] = [numbers(0), numbers(10_000)];

    expect(compareLines(before, after)).toEqual([
      ...before.map(line => `-${line}`),
      ...after.map(line => `+${line}`),
    ]);
  });
});
