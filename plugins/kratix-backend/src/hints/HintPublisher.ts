import type {
  LifecycleService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { SignalsService } from '@backstage/plugin-signals-node';
import {
  kratixSignalChannel,
  signalTopic,
  type KratixSignal,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  KratixService,
  SnapshotChange,
} from '@kratix-portal/backstage-plugin-kratix-node';
import { HintQueue, type Hint } from './HintQueue';

/**
 * Wakes open pages when something that they may show has changed. A hint holds no name that needs
 * permission: the page asks again.
 * @internal
 */
export class HintPublisher {
  private readonly queue = new HintQueue({
    minIntervalMs: 1_000,
    mostTopics: 100,
  });
  private timer: ReturnType<typeof setTimeout> | undefined;

  static start(options: HintPublisherOptions): void {
    const publisher = new HintPublisher(options);
    const subscription = options.kratix.onChange(change =>
      publisher.note(change),
    );
    options.lifecycle.addShutdownHook(() => {
      subscription.unsubscribe();
      clearTimeout(publisher.timer);
    });
  }

  private constructor(private readonly options: HintPublisherOptions) {}

  private note(change: SnapshotChange): void {
    this.queue.add(
      change.platform,
      change.isCollectionChanged
        ? 'anything'
        : [...change.promises, ...change.requests].map(signalTopic),
    );
    this.scheduleFlush(FIRST_FLUSH_MS);
  }

  private scheduleFlush(delayMs: number): void {
    if (!this.timer && !this.queue.isEmpty) {
      this.timer = setTimeout(() => this.flush(), delayMs).unref();
    }
  }

  private flush(): void {
    this.timer = undefined;
    this.queue.take(Date.now()).forEach(hint => this.publish(hint));
    this.scheduleFlush(NEXT_FLUSH_MS);
  }

  private publish({ platform, topics }: Hint): void {
    const message: KratixSignal = {
      type: 'changed',
      platform,
      ...(topics && { topics: [...topics] }),
    };
    this.options.signals
      .publish({
        recipients: { type: 'broadcast' },
        channel: kratixSignalChannel,
        message,
      })
      // Pages look again by themselves now and then; a lost hint costs time, nothing else.
      .catch(error =>
        this.options.logger.warn('Could not publish a hint', toError(error)),
      );
  }
}

/** @internal */
export interface HintPublisherOptions {
  readonly kratix: KratixService;
  readonly signals: SignalsService;
  readonly lifecycle: LifecycleService;
  readonly logger: LoggerService;
}

/** Long enough that changes which come together go together. */
const FIRST_FLUSH_MS = 50;
const NEXT_FLUSH_MS = 200;
