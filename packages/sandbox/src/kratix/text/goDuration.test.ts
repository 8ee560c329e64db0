import { formatGoDuration, parseGoDuration } from './goDuration';

describe('a duration of Go', () => {
  it.each([
    ['1m0s', 60_000, '1m0s'],
    ['0.5m', 30_000, '30s'],
    ['90s', 90_000, '1m30s'],
    ['10h', 36_000_000, '10h0m0s'],
    ['1h0.5s', 3_600_500, '1h0m0.5s'],
    ['500ms', 500, '500ms'],
    ['-5m', -300_000, '-5m0s'],
    ['1.5us', 0.0015, '1.5µs'],
    ['0', 0, '0s'],
  ])('reads %s, and writes it as Go does', (text, ms, written) => {
    expect(parseGoDuration(text)).toBeCloseTo(ms, 9);
    expect(formatGoDuration(ms)).toBe(written);
  });

  it.each(['', 'banana', '5', '1d', ' 5m', '5m ', '1m-2s', '.s'])(
    'does not read %j',
    text => {
      expect(parseGoDuration(text)).toBeUndefined();
    },
  );
});
