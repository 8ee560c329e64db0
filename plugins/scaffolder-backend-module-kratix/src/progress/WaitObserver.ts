import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  Phase,
  PlatformSnapshot,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { describeProgress, type Progress } from './describeProgress';
import { findProgress, type AwaitedRequest } from './findProgress';
import { judgePhase } from './judgePhase';
import { toLogLine } from './toLogLine';

/**
 * What becomes of the task when somebody has to do something first: it ends well, goes on waiting, or fails.
 * @internal
 */
export type WhenSuspended = 'end' | 'wait' | 'fail';

/**
 * Tells the log how a request gets on, and knows when there is nothing more to wait for.
 * @internal
 */
export class WaitObserver {
  private before: Progress | undefined;
  lastWord = 'Nothing was heard of it.';

  constructor(
    private readonly awaited: AwaitedRequest,
    private readonly logger: LoggerService,
    private readonly whenSuspended: WhenSuspended = 'end',
  ) {}

  /** The phase that ends the waiting, if it has come. Throws when it will not be ready. */
  look(snapshot: PlatformSnapshot): Phase | undefined {
    const progress = findProgress(snapshot, this.awaited);
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
        return phase;
      case 'person':
        if (this.whenSuspended === 'wait') {
          return undefined;
        }
        if (this.whenSuspended === 'end') {
          return phase;
        }
        throw new Error(this.lastWord);
      case 'failed':
        throw new Error(
          message ? `${this.lastWord} (${toLogLine(message)})` : this.lastWord,
        );
      default:
        return undefined;
    }
  }

  private lookFor(state: 'unknown' | 'absent' | 'older'): void {
    // The watch may be a moment behind the write of an earlier step.
    if (state === 'absent' && this.before) {
      const { namespace, name } = this.awaited;
      throw new Error(`${namespace}/${name} was removed`);
    }
    this.lastWord = lastWords[state];
  }
}

const lastWords = {
  unknown: 'The platform does not answer.',
  absent: 'The platform has no such request.',
  older: 'The platform has not told of the change yet.',
} as const;
