import { formatDuration } from './formatDuration';
import { formatRelative } from './formatRelative';

describe('formatDuration', () => {
  it.each([
    [0, '0s'],
    [-5, '0s'],
    [48, '48s'],
    [125, '2m 5s'],
    [120, '2m'],
    [3 * 3600 + 600 + 5, '3h 10m'],
    [3 * 86_400 + 4 * 3600 + 7, '3d 4h'],
    [86_400 + 59, '1d'],
  ])('writes %d seconds as %s', (seconds, text) => {
    expect(formatDuration(seconds * 1000, 'en')).toBe(text);
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
