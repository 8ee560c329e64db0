import type { Clock } from '../../apiserver/clock';

// Small enough that the HTTP server answers between two batches.
const batchSize = 20;

/**
 * Keys to work on, each at most once at a time, in order of arrival: the queue of a Kubernetes controller.
 * @internal
 */
export class WorkQueue {
  readonly #clock: Clock;
  readonly #handle: (key: string) => void;
  readonly #ready = new Set<string>();
  readonly #delayed = new Map<string, { dueMs: number; cancel: () => void }>();
  #cancelPump: (() => void) | undefined;
  #isClosed = false;

  constructor(clock: Clock, handle: (key: string) => void) {
    this.#clock = clock;
    this.#handle = handle;
  }

  /** Work on the key now, or after a while; an earlier appointment stands. */
  add(key: string, delayMs = 0): void {
    if (this.#isClosed || this.#ready.has(key)) {
      return;
    }
    if (delayMs <= 0) {
      this.#forgetDelay(key);
      this.#ready.add(key);
      this.#pump();
      return;
    }
    this.#addLater(key, delayMs);
  }

  close(): void {
    this.#isClosed = true;
    this.#cancelPump?.();
    for (const { cancel } of this.#delayed.values()) {
      cancel();
    }
    this.#delayed.clear();
    this.#ready.clear();
  }

  #addLater(key: string, delayMs: number): void {
    const dueMs = this.#clock.now() + delayMs;
    const existing = this.#delayed.get(key);
    if (existing && existing.dueMs <= dueMs) {
      return;
    }
    existing?.cancel();
    const cancel = this.#clock.after(delayMs, () => {
      this.#delayed.delete(key);
      this.add(key);
    });
    this.#delayed.set(key, { dueMs, cancel });
  }

  #forgetDelay(key: string): void {
    this.#delayed.get(key)?.cancel();
    this.#delayed.delete(key);
  }

  #pump(): void {
    this.#cancelPump ??= this.#clock.after(0, () => {
      this.#cancelPump = undefined;
      this.#drain();
    });
  }

  #drain(): void {
    const batch = [...this.#ready].slice(0, batchSize);
    for (const key of batch) {
      if (this.#isClosed) {
        return;
      }
      this.#ready.delete(key);
      this.#handle(key);
    }
    if (this.#ready.size > 0) {
      this.#pump();
    }
  }
}
