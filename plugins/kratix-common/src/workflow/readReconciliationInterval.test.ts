import { readReconciliationIntervalMs } from './readReconciliationInterval';

describe('readReconciliationIntervalMs', () => {
  it.each([
    [undefined, 36_000_000],
    ['1h', 3_600_000],
    ['1h30m', 5_400_000],
    ['90s', 90_000],
    ['1.5m', 90_000],
    ['30s', 36_000_000],
    ['soon', 36_000_000],
    [`${'1h'.repeat(40)}`, 36_000_000],
  ])('reads %s as %d', (text, ms) => {
    expect(
      readReconciliationIntervalMs(
        text === undefined ? {} : { 'kratix.io/reconciliation-interval': text },
      ),
    ).toBe(ms);
  });
});
