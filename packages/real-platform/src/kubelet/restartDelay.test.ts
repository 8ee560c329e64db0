import { restartDelayMs } from './restartDelay';

describe('restartDelayMs', () => {
  it('starts again at once, then doubles up to five minutes', () => {
    const delays = [0, 1, 2, 3, 4, 20].map(n => restartDelayMs(n, 10_000));

    expect(delays).toEqual([0, 0, 10_000, 20_000, 40_000, 300_000]);
  });
});
