import { findLastErrorLine } from './findLastErrorLine';

describe('findLastErrorLine', () => {
  it.each([
    ['nothing', [], undefined],
    ['only blanks', ['', '  '], undefined],
    [
      'an error before the end',
      ['ok', 'Error: quota', 'cleaning up'],
      'Error: quota',
    ],
    ['the last of several', ['error one', 'error two', 'bye'], 'error two'],
    ['no word of failure', ['one', 'two', ''], 'two'],
    [
      'colours',
      ['\u001b[31mError:\u001b[0m no such region'],
      'Error: no such region',
    ],
    ['a word that only looks like one', ['terror', 'done'], 'done'],
    ['a long one', [`error ${'x'.repeat(500)}`], `error ${'x'.repeat(293)}…`],
  ])('finds it in %s', (_, texts, expected) => {
    expect(findLastErrorLine(texts.map(text => ({ text })))).toBe(expected);
  });
});
