import { systemClock } from './clock';

describe('systemClock', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('waits as long as is said, in its own speed', () => {
    const callback = jest.fn();
    systemClock({ speed: 10 }).after(1_000, callback);

    jest.advanceTimersByTime(99);
    expect(callback).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(callback).toHaveBeenCalledTimes(1);
  });

  // Node ended such a wait after 1 ms: a step of 1000 h was looked at a thousand times a second.
  it('waits for months', () => {
    const callback = jest.fn();
    const hourMs = 3_600_000;
    systemClock().after(1_500 * hourMs, callback);

    jest.advanceTimersByTime(1_499 * hourMs);
    expect(callback).not.toHaveBeenCalled();
    jest.advanceTimersByTime(hourMs);
    expect(callback).toHaveBeenCalledTimes(1);
  });

  it('is called off at any time', () => {
    const callback = jest.fn();
    const hourMs = 3_600_000;
    const cancel = systemClock().after(1_500 * hourMs, callback);

    jest.advanceTimersByTime(1_000 * hourMs);
    cancel();
    jest.advanceTimersByTime(1_000 * hourMs);
    expect(callback).not.toHaveBeenCalled();
  });
});
