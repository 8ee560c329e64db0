import type { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  refuse,
  tell,
  type Platform,
  type PlatformSnapshot,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { systemClock, type Clock } from '../cluster/Clock';
import type { KubernetesConnection } from '../cluster/KubernetesConnection';
import type { WatchTiming } from '../cluster/watch/WatchTiming';
import type { KratixConfig, PlatformConfig } from '../config/KratixConfig';
import { DefaultDeliveryClient } from '../deliveries/DefaultDeliveryClient';
import { DefaultPromiseOperations } from '../operations/DefaultPromiseOperations';
import { DefaultRequestOperations } from '../operations/DefaultRequestOperations';
import { DefaultRequestClient } from '../requests/DefaultRequestClient';
import {
  RequestScope,
  type RequestScopeOptions,
} from '../requests/RequestScope';
import { toClusterIdentity } from '../requests/toClusterIdentity';
import type {
  Actor,
  KratixService,
  PlatformHealth,
  RequestClient,
  SnapshotChange,
} from './KratixService';
import type { DeliveryClient } from './DeliveryClient';
import { createConnection } from './createConnection';
import { PlatformMonitor } from './PlatformMonitor';
import { DefaultWorkflowReader } from '../workflows/DefaultWorkflowReader';
import type { WorkflowReader } from './WorkflowReader';
import type { PromiseOperations } from './PromiseOperations';
import type { RequestOperations } from './RequestOperations';

interface ServedPlatform {
  readonly config: PlatformConfig;
  readonly connection: KubernetesConnection;
  readonly monitor: PlatformMonitor;
}

/**
 * The service of one process: a monitor for each configured platform.
 * @internal
 */
export class DefaultKratixService implements KratixService {
  readonly platforms: readonly Platform[];
  readonly #logger: LoggerService;
  readonly #served: ReadonlyMap<string, ServedPlatform>;
  readonly #listeners = new Set<(change: SnapshotChange) => void>();

  constructor(options: {
    config: KratixConfig;
    logger: LoggerService;
    clock?: Clock;
    timing?: WatchTiming;
  }) {
    this.#logger = options.logger;
    this.platforms = options.config.platforms.map(({ platform }) => platform);
    this.#served = new Map(
      options.config.platforms.map(config => [
        config.platform.name,
        this.#createServed(config, options),
      ]),
    );
  }

  start(): void {
    if (this.#served.size === 0) {
      this.#logger.info(
        'No Kratix platform is configured (kratix.platforms), so nothing is watched',
      );
    }
    for (const { config, monitor } of this.#served.values()) {
      const { platform, connection } = config;
      // One line for each platform: two copies of this package in one process are two lines.
      this.#logger.info('Watching Kratix platform', {
        platform: platform.name,
        connection: connection.type,
        identity: platform.identity,
        delivery: platform.delivery.mode,
      });
      monitor.start();
    }
  }

  stop(): void {
    for (const { monitor } of this.#served.values()) {
      monitor.stop();
    }
    this.#listeners.clear();
  }

  platform(name: string): Platform {
    return this.#require(name).config.platform;
  }

  snapshot(platform: string): PlatformSnapshot {
    return this.#require(platform).monitor.snapshot;
  }

  health(platform: string): PlatformHealth {
    return this.#require(platform).monitor.health();
  }

  onChange(listener: (change: SnapshotChange) => void): {
    unsubscribe(): void;
  } {
    // Wrapped, so that one function given twice is two listeners.
    const own = (change: SnapshotChange) => listener(change);
    this.#listeners.add(own);
    return { unsubscribe: () => void this.#listeners.delete(own) };
  }

  requests(platform: string, actor: Actor): RequestClient {
    return new DefaultRequestClient(this.#scope(platform, actor));
  }

  operations(platform: string, actor: Actor): RequestOperations {
    return new DefaultRequestOperations({
      ...this.#scope(platform, actor),
      by: actor.type === 'user' ? actor.userEntityRef : undefined,
      nowMs: Date.now,
    });
  }

  deliveries(platform: string, actor: Actor): DeliveryClient {
    return new DefaultDeliveryClient(this.#scope(platform, actor));
  }

  workflows(platform: string, actor: Actor): WorkflowReader {
    return new DefaultWorkflowReader(this.#scope(platform, actor));
  }

  promiseOperations(platform: string, actor: Actor): PromiseOperations {
    return new DefaultPromiseOperations(
      new RequestScope(this.#scope(platform, actor)),
      {
        by: actor.type === 'user' ? actor.userEntityRef : undefined,
        nowMs: Date.now,
      },
    );
  }

  #scope(platform: string, actor: Actor): RequestScopeOptions {
    const { config, connection, monitor } = this.#require(platform);
    return {
      connection,
      identity: toClusterIdentity(actor, config.platform, config.impersonation),
      platform: config.platform,
      snapshot: () => monitor.snapshot,
    };
  }

  #createServed(
    config: PlatformConfig,
    options: { clock?: Clock; timing?: WatchTiming },
  ): ServedPlatform {
    const connection = createConnection(config, this.#logger);
    const monitor = new PlatformMonitor({
      platform: config.platform,
      connection,
      logger: this.#logger,
      clock: options.clock ?? systemClock,
      timing: options.timing,
      onChange: change => this.#notify(change),
    });
    return { config, connection, monitor };
  }

  #require(name: string): ServedPlatform {
    const served = this.#served.get(name);
    if (!served) {
      // Without the names that there are: not everybody may see the platforms.
      throw refuse(
        NotFoundError,
        tell('refusal.noPlatform', { platform: name }),
      );
    }
    return served;
  }

  #notify(change: SnapshotChange): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(change);
      } catch (error) {
        // The listener's bug; it must cost neither the other listeners nor the watches.
        this.#logger.error('A listener to Kratix changes failed', {
          platform: change.platform,
          error: error instanceof Error ? error.stack ?? error.message : '',
        });
      }
    }
  }
}
