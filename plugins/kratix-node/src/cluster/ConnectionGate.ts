import { backoffDelay } from './watch/backoffDelay';
import type { Clock } from './Clock';
import {
  isConnectionFailure,
  KubernetesError,
} from './failures/KubernetesError';

// Caps Retry-After: a maintenance page may ask for a day.
const LONGEST_RETRY_AFTER_MS = 60_000;

/**
 * What every list and watch of one platform passes before it asks the API server: at most some at once, and,
 * after a failure that would meet all of them, one that tries while the others wait.
 * @internal
 */
export class ConnectionGate {
  readonly #clock: Clock;
  readonly #limits: { concurrency: number; minMs: number; maxMs: number };
  readonly #onTransition: (error: KubernetesError | undefined) => void;
  readonly #isAlive: (signal: AbortSignal) => Promise<boolean>;
  readonly #waiting = new Set<() => void>();
  #running = 0;
  #isProbing = false;
  #failures = 0;
  #answers = 0;
  #opensAt = 0;
  #error: KubernetesError | undefined;

  constructor(options: {
    clock: Clock;
    /** Called when the connection is lost (with the reason), its reason changes, or it is back. */
    onTransition?: (error: KubernetesError | undefined) => void;
    /**
     * Whether the server answers something cheap. Asked after a timeout, which may be the fault of one
     * collection only.
     */
    isAlive?: (signal: AbortSignal) => Promise<boolean>;
    concurrency?: number;
    minMs?: number;
    maxMs?: number;
  }) {
    this.#clock = options.clock;
    this.#onTransition = options.onTransition ?? (() => {});
    this.#isAlive = options.isAlive ?? (async () => false);
    this.#limits = {
      concurrency: options.concurrency ?? 8,
      minMs: options.minMs ?? 500,
      maxMs: options.maxMs ?? 10_000,
    };
  }

  /** Why nobody gets through now. */
  get error(): KubernetesError | undefined {
    return this.#error;
  }

  /**
   * Runs the work when it is its turn. Rejects with the signal's reason when that comes first, and with the
   * connection's error when the connection is lost while it waits.
   */
  async attempt<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    const isProbe = await this.#enter(signal);
    const before = { failures: this.#failures, answers: this.#answers };
    try {
      const result = await work();
      this.#recordAnswer();
      return result;
    } catch (error) {
      const isOwnFault = await this.#isOwnFault(error, before, signal);
      if (!signal.aborted) {
        this.#recordError(error, { failures: before.failures, isOwnFault });
      }
      throw error;
    } finally {
      this.#running -= 1;
      if (isProbe) {
        this.#isProbing = false;
      }
      this.#wakeAll();
    }
  }

  /** The server was heard of outside of attempts, on a stream. */
  recordLife(): void {
    this.#answers += 1;
  }

  async #isOwnFault(
    error: unknown,
    before: { answers: number },
    signal: AbortSignal,
  ): Promise<boolean> {
    const isSilence =
      error instanceof KubernetesError &&
      error.failure === 'timeout' &&
      isConnectionFailure(error);
    if (!isSilence || signal.aborted) {
      return false;
    }
    return this.#answers > before.answers || (await this.#isAlive(signal));
  }

  async #enter(signal: AbortSignal): Promise<boolean> {
    const isOpenOnArrival = this.#error === undefined;
    for (;;) {
      signal.throwIfAborted();
      if (this.#error && isOpenOnArrival) {
        // Callers that arrived while the connection was up get its error.
        throw this.#error;
      }
      if (this.#error && !this.#isProbing) {
        return this.#enterAsProbe(signal);
      }
      if (!this.#error && this.#running < this.#limits.concurrency) {
        this.#running += 1;
        return false;
      }
      await this.#nextChange(signal);
    }
  }

  async #enterAsProbe(signal: AbortSignal): Promise<true> {
    this.#isProbing = true;
    await this.#clock.sleep(this.#opensAt - this.#clock.now(), signal);
    if (signal.aborted) {
      this.#isProbing = false;
      this.#wakeAll();
    }
    signal.throwIfAborted();
    this.#running += 1;
    return true;
  }

  #recordAnswer(): void {
    this.#answers += 1;
    this.#failures = 0;
    if (this.#error) {
      this.#error = undefined;
      this.#onTransition(undefined);
    }
  }

  #recordError(
    error: unknown,
    facts: { failures: number; isOwnFault: boolean },
  ): void {
    if (
      facts.isOwnFault ||
      !(error instanceof KubernetesError) ||
      !isConnectionFailure(error)
    ) {
      this.#recordAnswer();
      return;
    }
    // Several that were under way together are one failure, not several.
    if (this.#failures === facts.failures) {
      this.#failures += 1;
      const delay = backoffDelay({
        failures: this.#failures,
        minMs: this.#limits.minMs,
        maxMs: this.#limits.maxMs,
        random: this.#clock.random,
      });
      const asked = Math.min(error.retryAfterMs ?? 0, LONGEST_RETRY_AFTER_MS);
      this.#opensAt = this.#clock.now() + Math.max(delay, asked);
    }
    const isNews = this.#error?.failure !== error.failure;
    this.#error = error;
    if (isNews) {
      this.#onTransition(error);
    }
  }

  #nextChange(signal: AbortSignal): Promise<void> {
    return new Promise(resolve => {
      const finish = () => {
        this.#waiting.delete(finish);
        signal.removeEventListener('abort', finish);
        resolve();
      };
      this.#waiting.add(finish);
      signal.addEventListener('abort', finish);
    });
  }

  #wakeAll(): void {
    for (const finish of [...this.#waiting]) {
      finish();
    }
  }
}
