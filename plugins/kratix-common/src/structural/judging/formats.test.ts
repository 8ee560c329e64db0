import { hasFormat } from './formats';
import { cpuMs } from '../../__testUtils__/cpuMs';

describe('hasFormat', () => {
  it.each([
    ['1h30m', true],
    ['2 weeks', true],
    ['about 12 hours', true],
    ['1x 5min', true],
    ['12 parsecs', false],
    ['30', false],
    ['soon', false],
  ])('takes %p for a duration: %p', (text, isOne) => {
    expect(hasFormat(text, 'duration')).toBe(isOne);
  });

  it('is done with a number as long as a request can be at once', () => {
    const digits = '1'.repeat(1_000_000);
    const start = cpuMs();

    expect(hasFormat(digits, 'duration')).toBe(false);
    expect(hasFormat(`${digits}s`, 'duration')).toBe(true);
    expect(cpuMs() - start).toBeLessThan(5_000);
  });
});
