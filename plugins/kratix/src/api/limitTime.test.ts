import { limitTime } from './limitTime';

describe('limitTime', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('ends after its time, and says that it was the time', () => {
    const limit = limitTime(1_000);

    jest.advanceTimersByTime(999);
    expect(limit.signal.aborted).toBe(false);
    jest.advanceTimersByTime(1);

    expect(limit.signal.aborted).toBe(true);
    expect(limit.hasTimedOut()).toBe(true);
  });

  it('ends with the signal of the caller, for its reason', () => {
    const outer = new AbortController();
    const limit = limitTime(1_000, outer.signal);

    outer.abort('left the page');

    expect(limit.signal.reason).toBe('left the page');
    expect(limit.hasTimedOut()).toBe(false);
  });

  it('has ended already where the caller had', () => {
    const limit = limitTime(1_000, AbortSignal.abort('left the page'));

    expect(limit.signal.reason).toBe('left the page');
  });

  it('neither ends nor keeps a timer once released', () => {
    const outer = new AbortController();
    const limit = limitTime(1_000, outer.signal);

    limit.release();
    outer.abort();
    jest.advanceTimersByTime(2_000);

    expect(limit.signal.aborted).toBe(false);
    expect(limit.hasTimedOut()).toBe(false);
    expect(jest.getTimerCount()).toBe(0);
  });
});
