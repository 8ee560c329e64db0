import { compileLabelSelector } from './labelSelector';

describe('compileLabelSelector', () => {
  it.each([
    ['', {}, true],
    ['a=b', { a: 'b' }, true],
    ['a==b', { a: 'c' }, false],
    ['a!=b', {}, true],
    ['a', { a: '' }, true],
    ['!a', { a: '' }, false],
    ['a in (b, c),d', { a: 'c', d: '' }, true],
    ['a notin (b,c)', {}, true],
    ['a notin (b,c)', { a: 'b' }, false],
    ['example.org/a=x.y', { 'example.org/a': 'x.y' }, true],
    ['toString', {}, false],
  ])('%j on %j is %s', (selector, labels, expected) => {
    expect(compileLabelSelector(selector)(labels)).toBe(expected);
  });

  it('refuses what it cannot read', () => {
    expect(() => compileLabelSelector('a in b')).toThrow(
      'unable to parse requirement',
    );
  });
});
