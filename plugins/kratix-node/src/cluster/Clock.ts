/**
 * Time and chance, given from outside so that a test can decide them.
 * @internal
 */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** From 0 up to 1. */
  random(): number;
  /** Resolves after the time, or at once when the signal is aborted; never rejects. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

/** @internal */
export const systemClock: Clock = {
  now: () => Date.now(),
  random: () => Math.random(),
  sleep: (ms, signal) =>
    new Promise(resolve => {
      if (signal.aborted) {
        resolve();
        return;
      }
      const timer = setTimeout(() => {
        signal.removeEventListener('abort', wake);
        resolve();
      }, ms);
      function wake() {
        clearTimeout(timer);
        resolve();
      }
      signal.addEventListener('abort', wake, { once: true });
    }),
};
