import { findLabelProblem, suggestLabel } from './dnsLabel';

describe('findLabelProblem', () => {
  it.each([
    ['a', undefined],
    ['my-cache-2', undefined],
    ['2nd', undefined],
    ['a'.repeat(63), undefined],
    ['', 'empty'],
    ['a'.repeat(64), 'tooLong'],
    ['My-Cache', 'invalid'],
    ['my_cache', 'invalid'],
    ['my.cache', 'invalid'],
    ['-cache', 'invalid'],
    ['cache-', 'invalid'],
    ['my cache', 'invalid'],
    ['cache\n', 'invalid'],
    ['café', 'invalid'],
  ])('finds in "%s": %s', (name, problem) => {
    expect(findLabelProblem(name)).toBe(problem);
  });
});

describe('suggestLabel', () => {
  it.each([
    ['My Cache', 'my-cache'],
    ['  Café_Ürün.v2  ', 'cafe-urun-v2'],
    ['a'.repeat(80), 'a'.repeat(63)],
    [`${'a'.repeat(62)}--b`, 'a'.repeat(62)],
    ['!!!', undefined],
    ['缓存', undefined],
  ])('suggests for "%s": %s', (text, label) => {
    expect(suggestLabel(text)).toBe(label);
  });

  it.each(['My Cache', '  Café_Ürün.v2  ', `${'a'.repeat(62)}--b`])(
    'suggests for "%s" a name that is allowed',
    text => {
      expect(findLabelProblem(suggestLabel(text) ?? '')).toBeUndefined();
    },
  );
});
