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
      const timer = setTimeout(callback, delayMs / speed);
      return () => clearTimeout(timer);
    },
  };
}
