import type {
  AuthService,
  LifecycleService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type {
  CatalogService,
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { durationToMilliseconds } from '@backstage/types';
import type { Platform } from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  KratixCatalogConfig,
  KratixEntityTransformer,
  KratixService,
} from '@kratix-portal/backstage-plugin-kratix-node';
import type { ProblemBoard } from '../problems/ProblemBoard';
import type { SyncMetrics } from '../metrics/SyncMetrics';
import { fetchBaseline } from './fetchBaseline';
import { learnBaseline } from './learnBaseline';
import { PlatformSync } from './PlatformSync';
import { SyncLoop } from './SyncLoop';

/**
 * Feeds the catalog with what is known of one platform. One provider each, so that the catalog keeps
 * their entities apart and an operator can switch one off (`catalog.providerOptions`).
 * @internal
 */
export class KratixEntityProvider implements EntityProvider {
  constructor(private readonly options: KratixEntityProviderOptions) {}

  /** Stable across releases: the catalog evicts the entities of a provider that is gone. */
  getProviderName(): string {
    return `kratix-${this.options.platform.name}`;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    const { platform, config, kratix, lifecycle } = this.options;
    const logger = this.options.logger.child({ platform: platform.name });
    const sync = new PlatformSync({
      ...this.options,
      connection,
      logger,
      locationKey: this.getProviderName(),
      now: Date.now,
    });
    this.options.board.add(platform.name, () => sync.findProblems());
    const loop = new SyncLoop({
      sync: want => sync.sync(want),
      delayMs: WAKE_DELAY_MS,
      healEveryMs: durationToMilliseconds(config.fullSync),
      logger,
      now: Date.now,
      random: Math.random,
    });
    const subscription = kratix.onChange(change => {
      if (change.platform === platform.name) {
        loop.wake();
      }
    });
    const stop = new AbortController();
    lifecycle.addShutdownHook(() => {
      subscription.unsubscribe();
      loop.stop();
      stop.abort();
    });
    loop.start();
    learnBaseline({
      fetch: () => fetchBaseline(platform.name, this.options),
      accept: baseline => {
        sync.acceptBaseline(baseline);
        loop.wake();
      },
      logger,
      signal: stop.signal,
    });
  }
}

/** @internal */
export interface KratixEntityProviderOptions {
  readonly platform: Platform;
  readonly board: ProblemBoard;
  readonly config: KratixCatalogConfig;
  /** Complete once the backend has started. */
  readonly transformers: readonly KratixEntityTransformer[];
  readonly metrics: SyncMetrics;
  readonly kratix: KratixService;
  readonly catalog: CatalogService;
  readonly auth: AuthService;
  readonly lifecycle: LifecycleService;
  readonly logger: LoggerService;
}

/** Long enough that changes which belong together go together, short beside the catalog's own second. */
const WAKE_DELAY_MS = 100;
