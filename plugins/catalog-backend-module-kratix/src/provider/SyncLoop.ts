import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { backoffDelay } from '@kratix-portal/backstage-plugin-kratix-node';
import type { MutationOptions } from '../plan/mutation/Mutation';

/**
 * When to look at the state again: soon after it changed, now and then anyway, and later after a failure.
 * Never twice at once.
 * @internal
 */
export class SyncLoop {
  private want: Want | undefined = 'full';
  private isFullOwed = true;
  private failures = 0;
  private isRunning = false;
  private isStopped = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private timerDueMs = Infinity;
  private healTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: SyncLoopOptions) {}

  start(): void {
    this.schedule(0);
    this.scheduleHeal();
  }

  /** Something changed. */
  wake(): void {
    this.want ??= 'delta';
    // After a failure the retry is scheduled already; changes must not turn it into a hammer.
    if (this.failures === 0) {
      this.schedule(this.options.delayMs);
    }
  }

  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
    clearTimeout(this.healTimer);
  }

  private schedule(delayMs: number): void {
    const dueMs = this.options.now() + delayMs;
    // The running sync reschedules when it ends.
    if (this.isStopped || this.isRunning || dueMs >= this.timerDueMs) {
      return;
    }
    clearTimeout(this.timer);
    this.timerDueMs = dueMs;
    this.timer = setTimeout(() => this.run(), delayMs).unref();
  }

  private scheduleHeal(): void {
    // Replicas that start together must not send together for ever.
    const jittered =
      this.options.healEveryMs * (0.9 + 0.2 * this.options.random());
    this.healTimer = setTimeout(() => {
      this.want = 'heal';
      this.schedule(0);
      this.scheduleHeal();
    }, jittered).unref();
  }

  private async run(): Promise<void> {
    const want = this.isFullOwed && this.want !== 'heal' ? 'full' : this.want;
    this.want = undefined;
    this.timerDueMs = Infinity;
    this.isRunning = true;
    let nextDelayMs: number | undefined;
    try {
      const outcome = await this.options.sync(want ?? 'delta');
      this.failures = 0;
      this.isFullOwed &&= !outcome.isFullSent;
      nextDelayMs = outcome.againInMs;
    } catch (error) {
      this.failures += 1;
      this.want = this.want === 'heal' ? 'heal' : want;
      nextDelayMs = backoffDelay({
        failures: this.failures,
        minMs: FIRST_RETRY_MS,
        maxMs: LONGEST_RETRY_MS,
        random: this.options.random,
      });
      this.options.logger.warn(
        'Could not update the catalog, trying again',
        toError(error),
      );
    }
    this.isRunning = false;
    this.scheduleNext(nextDelayMs);
  }

  private scheduleNext(delayMs: number | undefined): void {
    if (this.want !== undefined && this.failures === 0) {
      this.schedule(this.options.delayMs);
    }
    if (delayMs !== undefined) {
      this.schedule(delayMs);
    }
  }
}

/** @internal */
export type Want = MutationOptions['want'];

/** @internal */
export interface SyncLoopOptions {
  sync(want: Want): Promise<SyncOutcome>;
  /** From a change to the look at it, so that changes which belong together are sent together. */
  readonly delayMs: number;
  readonly healEveryMs: number;
  readonly logger: LoggerService;
  now(): number;
  /** From 0 to 1. */
  random(): number;
}

/** @internal */
export interface SyncOutcome {
  readonly isFullSent: boolean;
  /** When a held-back phase change must be sent. */
  readonly againInMs?: number;
}

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 60_000;
