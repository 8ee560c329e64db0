import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  Platform,
  PlatformSnapshot,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Clock } from '../cluster/Clock';
import { ConnectionGate } from '../cluster/ConnectionGate';
import { isAlive } from '../cluster/isAlive';
import type { KubernetesConnection } from '../cluster/KubernetesConnection';
import {
  defaultWatchTiming,
  type WatchTiming,
} from '../cluster/watch/WatchTiming';
import { buildSnapshot } from '../state/buildSnapshot';
import { describeChange } from '../state/describeChange';
import { unknownPlatform } from '../state/PlatformState';
import type { WatchContext } from './CollectionWatch';
import { FixedWatches } from './FixedWatches';
import type { PlatformHealth, SnapshotChange } from './KratixService';
import { MonitorLog } from './MonitorLog';
import { RequestWatches } from './RequestWatches';
import { toPlatformHealth } from './toPlatformHealth';

// Changes that come together are told together.
const BATCH_MS = 25;

const LONGEST_CHECK_MS = 5_000;

/**
 * Everything that follows one platform: its watches, and the snapshot that they amount to.
 * @internal
 */
export class PlatformMonitor {
  readonly platform: Platform;
  readonly #log: MonitorLog;
  readonly #clock: Clock;
  readonly #gate: ConnectionGate;
  readonly #fixed: FixedWatches;
  readonly #requests: RequestWatches;
  readonly #onChange: (change: SnapshotChange) => void;
  readonly #stop = new AbortController();
  #snapshot: PlatformSnapshot;
  #isFlushDue = false;

  constructor(options: {
    platform: Platform;
    connection: KubernetesConnection;
    logger: LoggerService;
    clock: Clock;
    timing?: WatchTiming;
    onChange: (change: SnapshotChange) => void;
  }) {
    const { platform, clock } = options;
    const { connectTimeoutMs } = options.timing ?? defaultWatchTiming;
    this.platform = platform;
    this.#log = new MonitorLog(options.logger, platform.name);
    this.#clock = clock;
    this.#onChange = options.onChange;
    this.#gate = new ConnectionGate({
      clock,
      onTransition: error => this.#log.transition(error),
      isAlive: signal =>
        isAlive(options.connection, {
          timeoutMs: Math.min(connectTimeoutMs, LONGEST_CHECK_MS),
          signal,
        }),
    });
    const context: WatchContext = {
      platform: platform.name,
      connection: options.connection,
      gate: this.#gate,
      clock,
      timing: options.timing,
      onEvents: () => this.#scheduleFlush(),
      onCrash: (error, kind) => this.#log.crash(error, kind),
    };
    this.#fixed = new FixedWatches(context, platform.namespaces);
    this.#requests = new RequestWatches(context, platform.namespaces);
    this.#snapshot = buildSnapshot(platform.name, unknownPlatform);
  }

  get snapshot(): PlatformSnapshot {
    return this.#snapshot;
  }

  start(): void {
    this.#fixed.start();
  }

  stop(): void {
    this.#stop.abort();
    this.#fixed.stop();
    this.#requests.stop();
  }

  health(): PlatformHealth {
    return toPlatformHealth({
      snapshot: this.#snapshot,
      gateError: this.#gate.error,
      watches: [...this.#fixed.health(), ...this.#requests.health()],
      now: this.#nowText(),
    });
  }

  #scheduleFlush(): void {
    if (this.#isFlushDue || this.#stop.signal.aborted) {
      return;
    }
    this.#isFlushDue = true;
    this.#clock
      .sleep(BATCH_MS, this.#stop.signal)
      .then(() => {
        this.#isFlushDue = false;
        if (!this.#stop.signal.aborted) {
          this.#flush();
        }
      })
      // Nobody else would hear of it, and Node ends a process for it.
      .catch(error => this.#log.flushFailed(error));
  }

  #flush(): void {
    const now = this.#nowText();
    const fixed = this.#fixed.drain(now);
    const { collection } = fixed.promises.state;
    if (collection.state === 'synced') {
      const apis = fixed.apis.state.collection;
      this.#requests.reconcile(
        collection.items,
        apis.state === 'synced' ? apis.items : [],
      );
    }
    const requests = this.#requests.drain(now);
    const previous = this.#snapshot;
    this.#snapshot = buildSnapshot(
      this.platform.name,
      { ...this.#fixed.states, requests: this.#requests.states },
      previous,
    );
    [...Object.values(fixed), ...requests.values()].forEach(folded =>
      this.#log.problems(folded.newProblems),
    );
    this.#log.watches([...this.#fixed.health(), ...this.#requests.health()]);
    const change = describeChange(previous, this.#snapshot, {
      promises: fixed.promises.changed,
      bindings: fixed.bindings.changed,
      revisions: fixed.revisions.changed,
      requests: new Map(
        [...requests].map(([promise, folded]) => [promise, folded.changed]),
      ),
    });
    if (change) {
      this.#onChange(change);
    }
  }

  #nowText(): string {
    return new Date(this.#clock.now()).toISOString();
  }
}
