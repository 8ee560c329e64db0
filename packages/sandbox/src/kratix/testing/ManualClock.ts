import type { Clock } from '../../apiserver/clock';

interface Timer {
  dueMs: number;
  order: number;
  callback: () => void;
}

/** A clock that moves only when a test says so; it lets promises settle between two timers. @internal */
export class ManualClock implements Clock {
  #nowMs: number;
  #order = 0;
  readonly #timers = new Set<Timer>();

  constructor(start = '2026-08-21T10:00:00Z') {
    this.#nowMs = Date.parse(start);
  }

  now(): number {
    return this.#nowMs;
  }

  after(delayMs: number, callback: () => void): () => void {
    const timer = {
      dueMs: this.#nowMs + Math.max(0, delayMs),
      order: (this.#order += 1),
      callback,
    };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** Lets time pass, firing what becomes due in order. */
  async advance(ms: number): Promise<void> {
    const endMs = this.#nowMs + ms;
    await settle();
    for (;;) {
      const timer = this.#nextBefore(endMs);
      if (!timer) {
        break;
      }
      this.#timers.delete(timer);
      this.#nowMs = Math.max(this.#nowMs, timer.dueMs);
      timer.callback();
      await settle();
    }
    this.#nowMs = endMs;
  }

  #nextBefore(endMs: number): Timer | undefined {
    return [...this.#timers]
      .filter(({ dueMs }) => dueMs <= endMs)
      .sort((a, b) => a.dueMs - b.dueMs || a.order - b.order)[0];
  }
}

/** Lets every promise that can settle do so. */
async function settle(): Promise<void> {
  for (let round = 0; round < 5; round += 1) {
    await Promise.resolve();
  }
}
