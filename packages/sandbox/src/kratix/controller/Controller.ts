import type { Clock } from '../../apiserver/clock';
import type { ClusterEvent } from '../../apiserver/cluster';
import type { KratixProblem } from '../settings';
import { WorkQueue } from './WorkQueue';

/**
 * One of Kratix's controllers: which keys an event concerns, and what to do about a key. It must be right
 * from what the cluster says alone, so that a restart changes nothing.
 * @internal
 */
export interface Reconciler {
  name: string;
  keysOf(event: ClusterEvent): readonly string[];
  /** Returns after how many milliseconds to look again, if without an event. */
  reconcile(key: string): number | undefined;
}

/** A reconciler with its queue and its retries. @internal */
export class Controller {
  readonly #reconciler: Reconciler;
  readonly #onProblem: (problem: KratixProblem) => void;
  readonly #queue: WorkQueue;
  readonly #failures = new Map<string, { count: number; message: string }>();

  constructor(
    clock: Clock,
    reconciler: Reconciler,
    onProblem: (problem: KratixProblem) => void,
  ) {
    this.#reconciler = reconciler;
    this.#onProblem = onProblem;
    this.#queue = new WorkQueue(clock, key => this.#work(key));
  }

  observe(event: ClusterEvent): void {
    for (const key of this.#reconciler.keysOf(event)) {
      this.#queue.add(key);
    }
  }

  close(): void {
    this.#queue.close();
  }

  #work(key: string): void {
    try {
      const delayMs = this.#reconciler.reconcile(key);
      this.#failures.delete(key);
      if (delayMs !== undefined) {
        this.#queue.add(key, Math.max(1, delayMs));
      }
    } catch (error) {
      this.#retry(key, error);
    }
  }

  #retry(key: string, error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    const before = this.#failures.get(key);
    const count = (before?.count ?? 0) + 1;
    this.#failures.set(key, { count, message });
    if (before?.message !== message) {
      this.#onProblem({ controller: this.#reconciler.name, key, error });
    }
    this.#queue.add(key, Math.min(100 * 2 ** count, 60_000));
  }
}
