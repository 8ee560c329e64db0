import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  Phase,
  PlatformSnapshot,
  RequestRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { describeProgress, type Progress } from './describeProgress';
import { findProgress } from './findProgress';
import { judgePhase } from './judgePhase';

/**
 * Tells the log how a request gets on, and knows when there is nothing more to wait for.
 * @internal
 */
export class WaitObserver {
  private before: Progress | undefined;
  lastWord = 'Nothing was heard of it.';

  constructor(
    private readonly ref: RequestRef,
    private readonly logger: LoggerService,
  ) {}

  /** The phase that ends the waiting, if it has come. Throws when it will not be ready. */
  look(snapshot: PlatformSnapshot): Phase | undefined {
    const progress = findProgress(snapshot, this.ref);
    if (typeof progress === 'string') {
      this.lookFor(progress);
      return undefined;
    }
    for (const line of describeProgress(progress, this.before)) {
      this.logger.info(line);
      this.lastWord = line;
    }
    this.before = progress;

    const { phase, message } = progress.report;
    switch (judgePhase(phase)) {
      case 'ready':
      case 'person':
        return phase;
      case 'failed':
        throw new Error(
          message ? `${this.lastWord} (${message})` : this.lastWord,
        );
      default:
        return undefined;
    }
  }

  private lookFor(state: 'unknown' | 'absent'): void {
    // The watch may be a moment behind the write of an earlier step.
    if (state === 'absent' && this.before) {
      throw new Error(`${this.ref.namespace}/${this.ref.name} was removed`);
    }
    this.lastWord =
      state === 'absent'
        ? 'The platform has no such request.'
        : 'The platform does not answer.';
  }
}
