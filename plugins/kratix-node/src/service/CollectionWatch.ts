import type { Clock } from '../cluster/Clock';
import type { CollectionEvent } from '../cluster/watch/CollectionEvent';
import type { ConnectionGate } from '../cluster/ConnectionGate';
import type { KubernetesConnection } from '../cluster/KubernetesConnection';
import { KubernetesError } from '../cluster/failures/KubernetesError';
import { toConnectionProblem } from '../cluster/failures/kubernetesFailures';
import type { WatchTiming } from '../cluster/watch/WatchTiming';
import {
  unknownCollection,
  type CollectionState,
} from '../state/CollectionState';
import {
  foldWatchEvents,
  type Folded,
  type WatchEvent,
} from '../state/foldWatchEvents';
import type { Observed } from '../state/Observed';
import type { CollectionSpec } from './collectionSpecs';
import type { WatchHealth } from './KratixService';
import { openEvents } from './openEvents';
import { toWatchHealth } from './toWatchHealth';

// After a mistake of our own, which retrying at once would only repeat.
const CRASH_PAUSE_MS = 60_000;

/**
 * What the watches of one platform share.
 * @internal
 */
export interface WatchContext {
  readonly platform: string;
  readonly connection: KubernetesConnection;
  readonly gate: ConnectionGate;
  readonly clock: Clock;
  readonly timing?: WatchTiming;
  /** Something waits to be taken by `drain`. */
  readonly onEvents: () => void;
  readonly onCrash: (error: unknown, kind: string) => void;
}

/**
 * Follows one collection: keeps what its watch tells until somebody folds it.
 * @internal
 */
export class CollectionWatch<T> {
  readonly spec: CollectionSpec<T>;
  readonly #context: WatchContext;
  readonly #notFoundDelayMs: (attempt: number) => number;
  readonly #stop = new AbortController();
  readonly #counts = { lists: 0, connects: 0, events: 0, failures: 0 };
  #inbox: WatchEvent<T>[] = [];
  #nap = new AbortController();
  #state: CollectionState<T> = unknownCollection;
  #isLive = false;

  constructor(
    spec: CollectionSpec<T>,
    context: WatchContext,
    notFoundDelayMs: (attempt: number) => number,
  ) {
    this.spec = spec;
    this.#context = context;
    this.#notFoundDelayMs = notFoundDelayMs;
  }

  get state(): CollectionState<T> {
    return this.#state;
  }

  /** Resolves when it has stopped. */
  async run(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      try {
        await this.#follow(signal);
      } catch (error) {
        this.#context.onCrash(error, this.spec.kind);
        this.#receive({ type: 'lost', error: crashError(this.spec.kind) });
        await this.#context.clock.sleep(CRASH_PAUSE_MS, signal);
      }
    }
  }

  stop(): void {
    this.#stop.abort();
  }

  /** Tries again now if it waits: what it misses may have come. */
  wake(): void {
    this.#nap.abort();
    this.#nap = new AbortController();
  }

  /** Folds what has come since the last time. */
  drain(now: string): Folded<T> {
    const events = this.#inbox;
    this.#inbox = [];
    const folded = foldWatchEvents(this.#state, events, {
      platform: this.#context.platform,
      kind: this.spec.kind,
      now,
    });
    this.#state = folded.state;
    return folded;
  }

  health(): WatchHealth {
    return toWatchHealth(this.spec, {
      collection: this.#state.collection,
      isLive: this.#isLive,
      counts: this.#counts,
    });
  }

  async #follow(signal: AbortSignal): Promise<void> {
    const { connection, gate, timing } = this.#context;
    const events = openEvents(this.spec, {
      connection,
      gate,
      timing,
      clock: this.#wakeableClock(),
      notFoundDelayMs: this.#notFoundDelayMs,
      signal,
    });
    for await (const event of events) {
      this.#receive(event);
    }
  }

  #receive(event: CollectionEvent<Observed<T>>): void {
    this.#count(event);
    this.#inbox.push(this.#toWatchEvent(event));
    this.#context.onEvents();
  }

  #toWatchEvent(event: CollectionEvent<Observed<T>>): WatchEvent<T> {
    const { isWanted } = this.spec;
    switch (event.type) {
      case 'lost': {
        const now = new Date(this.#context.clock.now()).toISOString();
        return { type: 'lost', problem: toConnectionProblem(event.error, now) };
      }
      case 'synced':
        return { type: 'synced', items: event.items.filter(isWanted) };
      case 'upserted':
        return isWanted(event.item)
          ? event
          : { type: 'removed', item: event.item };
      default:
        return event;
    }
  }

  #count(event: CollectionEvent<Observed<T>>): void {
    switch (event.type) {
      case 'synced':
        this.#counts.lists += 1;
        break;
      case 'connected':
        this.#counts.connects += 1;
        this.#isLive = true;
        break;
      case 'lost':
        this.#counts.failures += 1;
        this.#isLive = false;
        break;
      case 'upserted':
      case 'removed':
        this.#counts.events += 1;
        break;
      case 'confirmed':
        break;
      default:
        event satisfies never;
    }
  }

  #wakeableClock(): Clock {
    const { clock } = this.#context;
    return {
      now: () => clock.now(),
      random: () => clock.random(),
      sleep: (ms, signal) =>
        clock.sleep(ms, AbortSignal.any([signal, this.#nap.signal])),
    };
  }
}

function crashError(kind: string): KubernetesError {
  return new KubernetesError(
    'invalidResponse',
    `Watching ${kind} objects stopped by a mistake of Kratix Portal; see the log`,
  );
}
