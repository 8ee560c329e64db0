// Step 1 of 7 of the tour in ARCHITECTURE.md.
// Next: plugins/kratix-common/src/kubernetes/parsePromise.ts
import { backoffDelay } from './backoffDelay';
import type { Clock } from '../Clock';
import type { CollectionEvent } from './CollectionEvent';
import type { ConnectionGate } from '../ConnectionGate';
import { isEarlierVersion } from './isEarlierVersion';
import type { KubernetesConnection } from '../KubernetesConnection';
import {
  isConnectionFailure,
  KubernetesError,
} from '../failures/KubernetesError';
import { listCollection } from './listCollection';
import { openWatch } from './openWatch';
import { defaultWatchTiming, type WatchTiming } from './WatchTiming';

/** @internal */
export interface WatchCollectionOptions<T> {
  readonly connection: KubernetesConnection;
  readonly gate: ConnectionGate;
  readonly clock: Clock;
  readonly path: string;
  readonly fieldSelector?: string;
  readonly labelSelector?: string;
  readonly pageSize: number;
  /** Undefined for what is no object. */
  readonly toItem: (json: unknown) => T | undefined;
  /** Delay before retrying after the nth consecutive 404: not installed at all, or not yet. */
  readonly notFoundDelayMs: (attempt: number) => number;
  readonly timing?: WatchTiming;
  readonly signal: AbortSignal;
}

/**
 * Step 1 of 7: one collection of a cluster as one endless stream of what changed in it. Lists, watches from
 * there, resumes, lists again when the past has expired, and tells what it cannot do as an event. Ends only
 * when the signal is aborted.
 *
 * Next: `parsePromise` and its like (step 2), which `toItem` calls.
 * @internal
 */
export async function* watchCollection<T>(
  options: WatchCollectionOptions<T>,
): AsyncGenerator<CollectionEvent<T>, void, undefined> {
  const { gate, signal } = options;
  const run: WatchRun = { notFound: 0, failures: 0, shortWatches: 0 };
  while (!signal.aborted) {
    run.openedAt = undefined;
    try {
      if (gate.error) {
        yield { type: 'lost', error: gate.error };
      }
      if (run.resourceVersion === undefined) {
        yield* listOnce(options, run);
      }
      yield* watchOnce(options, run);
      await pauseAfterShortWatch(options, run);
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      if (!(error instanceof KubernetesError)) {
        throw error;
      }
      if (error.failure !== 'expired') {
        yield { type: 'lost', error };
      }
      await recover(options, run, error);
    }
  }
}

interface WatchRun {
  /** Where the next watch resumes; undefined: list first. */
  resourceVersion?: string;
  notFound: number;
  /** Lists and watches refused in a row. */
  failures: number;
  /** Watches in a row that were accepted and soon ended. */
  shortWatches: number;
  /** While a watch is open: since when. */
  openedAt?: number;
}

async function* listOnce<T>(
  options: WatchCollectionOptions<T>,
  run: WatchRun,
): AsyncGenerator<CollectionEvent<T>, void, undefined> {
  const { items, resourceVersion } = await listCollection({
    ...options,
    timeoutMs: (options.timing ?? defaultWatchTiming).listTimeoutMs,
  });
  run.resourceVersion = resourceVersion;
  run.notFound = 0;
  yield { type: 'synced', items };
}

async function* watchOnce<T>(
  options: WatchCollectionOptions<T>,
  run: WatchRun,
): AsyncGenerator<CollectionEvent<T>, void, undefined> {
  const timing = options.timing ?? defaultWatchTiming;
  const resourceVersion = run.resourceVersion ?? '';
  const lines = await openWatch({
    ...options,
    resourceVersion,
    connectTimeoutMs: timing.connectTimeoutMs,
    silenceMs: timing.silenceMs,
    timeoutSeconds: Math.round(
      timing.timeoutSeconds * (1 + options.clock.random()),
    ),
  });
  run.openedAt = options.clock.now();
  run.failures = 0;
  yield { type: 'connected' };
  for await (const line of lines) {
    // Another server answers than the one that we listed from, such as one restored from a backup.
    if (isEarlierVersion(line.resourceVersion, resourceVersion)) {
      run.resourceVersion = undefined;
      return;
    }
    run.resourceVersion = line.resourceVersion;
    if (line.type === 'BOOKMARK') {
      yield { type: 'confirmed' };
      continue;
    }
    const item = options.toItem(line.object);
    if (item !== undefined) {
      yield { type: line.type === 'DELETED' ? 'removed' : 'upserted', item };
    }
  }
}

// A server, or a proxy, that ends every watch at once must not be asked all the time.
async function pauseAfterShortWatch<T>(
  options: WatchCollectionOptions<T>,
  run: WatchRun,
): Promise<void> {
  const timing = options.timing ?? defaultWatchTiming;
  const lastedMs = options.clock.now() - (run.openedAt ?? 0);
  run.shortWatches = lastedMs < timing.shortWatchMs ? run.shortWatches + 1 : 0;
  // The first time it is most likely a restart: be back at once.
  if (run.shortWatches > 1) {
    await pause(options, run.shortWatches - 1, timing.shortWatchMs);
  }
}

async function recover<T>(
  options: WatchCollectionOptions<T>,
  run: WatchRun,
  error: KubernetesError,
): Promise<void> {
  if (isConnectionFailure(error) && isShared(options, error)) {
    // The gate makes us wait. After a refusal another server may answer, one with a different past.
    if (error.failure !== 'throttled' && error.failure !== 'unauthorized') {
      run.resourceVersion = undefined;
    }
    return;
  }
  if (error.failure === 'notFound') {
    run.resourceVersion = undefined;
    run.notFound += 1;
    const delayMs = options.notFoundDelayMs(run.notFound);
    await options.clock.sleep(delayMs, options.signal);
    return;
  }
  if (error.failure !== 'forbidden') {
    run.resourceVersion = undefined;
  }
  if (run.openedAt !== undefined) {
    await pauseAfterShortWatch(options, run);
    return;
  }
  run.failures += 1;
  // An expired past is no fault: list again at once, unless that goes on.
  if (error.failure !== 'expired' || run.failures > 1) {
    await pause(options, run.failures);
  }
}

// A timeout that the gate did not close for is this collection's own.
function isShared<T>(
  { gate }: WatchCollectionOptions<T>,
  error: KubernetesError,
): boolean {
  return error.failure !== 'timeout' || gate.error !== undefined;
}

function pause<T>(
  options: WatchCollectionOptions<T>,
  failures: number,
  longestMs = Infinity,
): Promise<void> {
  const { clock, signal } = options;
  const timing = options.timing ?? defaultWatchTiming;
  const delayMs = backoffDelay({
    failures,
    minMs: timing.minPauseMs,
    maxMs: Math.min(timing.maxPauseMs, longestMs),
    random: clock.random,
  });
  return clock.sleep(delayMs, signal);
}
