/**
 * Time as the sandbox sees it, so that tests decide how fast it passes.
 * @public
 */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls back once, `delayMs` later; the result cancels. */
  after(delayMs: number, callback: () => void): () => void;
}

/**
 * Real time. `speed` 10 makes every delay ten times shorter (`now` stays true).
 * @public
 */
export function systemClock(options: { speed?: number } = {}): Clock {
  const speed = options.speed ?? 1;
  return {
    now: () => Date.now(),
    after: (delayMs, callback) => {
      const cancel = { now: () => {} };
      const wait = (leftMs: number) => {
        const partMs = Math.min(leftMs, longestMs);
        const timer = setTimeout(
          () => (leftMs > partMs ? wait(leftMs - partMs) : callback()),
          partMs,
        );
        cancel.now = () => clearTimeout(timer);
      };
      wait(delayMs / speed);
      return () => cancel.now();
    },
  };
}

// Node's timers take no more, and end at once instead: what waits for a month would not wait at all.
const longestMs = 2 ** 31 - 1;
