import type { StoredEvent } from '../storage/ObjectStore';

/**
 * Hands commits to listeners one after another, after the writer has returned, so that a listener may
 * write itself without meeting its own event in the middle.
 * @internal
 */
export class CommitQueue {
  readonly #listeners = new Set<(event: StoredEvent) => void>();
  readonly #onError: (error: unknown) => void;
  #waiting: StoredEvent[] = [];
  #isScheduled = false;

  constructor(onError: (error: unknown) => void) {
    this.#onError = onError;
  }

  push(event: StoredEvent): void {
    this.#waiting.push(event);
    if (!this.#isScheduled) {
      this.#isScheduled = true;
      Promise.resolve()
        .then(() => this.#drain())
        .catch(this.#onError);
    }
  }

  subscribe(listener: (event: StoredEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #drain(): void {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      for (const event of batch) {
        this.#deliver(event);
      }
    }
    this.#isScheduled = false;
  }

  /** One listener's failure must not cost the others their event. */
  #deliver(event: StoredEvent): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(event);
      } catch (error) {
        this.#onError(error);
      }
    }
  }
}
