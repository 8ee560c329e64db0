import { formatDuration } from './formatDuration';
import { formatRelative } from './formatRelative';

describe('formatDuration', () => {
  it.each([
    [0, '0 s'],
    [-5, '0 s'],
    [48, '48 s'],
    [125, '2 min 5 s'],
    [120, '2 min'],
    [3 * 3600 + 600 + 5, '3 h 10 min'],
    [3 * 86_400 + 4 * 3600 + 7, '3 d 4 h'],
    [86_400 + 59, '1 d'],
  ])('writes %d seconds as %s', (seconds, text) => {
    expect(formatDuration(seconds * 1000, 'en')).toBe(text);
  });
});

describe('formatDuration in other languages', () => {
  it.each([
    ['de', '3 Std. 10 Min.'],
    ['fr', '3 h 10 min'],
    ['ja', '3 時間 10 分'],
    ['en-GB', '3 h 10 min'],
  ])('is as %s writes it', (language, text) => {
    const written = formatDuration(11_400_000, language);

    // Some languages keep number and unit together with a space that does not break.
    expect(written.replace(/\s/g, ' ')).toBe(text);
  });
});

describe('formatRelative', () => {
  it.each([
    [0, 'now'],
    [9, 'now'],
    [-9, 'now'],
    [40, '40 seconds ago'],
    [300, '5 minutes ago'],
    [-300, 'in 5 minutes'],
    [3 * 86_400, '3 days ago'],
    [86_400, 'yesterday'],
    [40 * 86_400, 'last month'],
  ])('tells what lies %d seconds back as %s', (seconds, text) => {
    expect(formatRelative(-seconds * 1000, { nowMs: 0, language: 'en' })).toBe(
      text,
    );
  });

  it('speaks the language of the reader', () => {
    expect(formatRelative(-300_000, { nowMs: 0, language: 'de' })).toBe(
      'vor 5 Minuten',
    );
  });
});
