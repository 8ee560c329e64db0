import {
  isPromiseSelected,
  namePlatform,
  type KeptNames,
  type KratixPromise,
  type NamedPlatform,
  type ObjectProblem,
  type PlatformSnapshot,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { buildSlice, type SliceMemo } from './sources/buildSlice';
import { destinationSource } from './sources/destinationSource';
import {
  requestsSlice,
  type EntityPlan,
  type PlanSlice,
  type SliceName,
} from './EntityPlan';
import { areNamesKnown, mayMeet } from './sources/areNamesKnown';
import { areOrphansKnown } from './findOrphans';
import { findUnreadable } from './findUnreadable';
import { findLosses } from './losses/findLosses';
import { isConfirmed } from './mutation/isConfirmed';
import type { PlanOptions } from './PlanOptions';
import { NameMemory } from './sources/NameMemory';
import { platformParts, type SlicePart } from './sources/platformParts';
import { promiseSource } from './sources/promiseSource';
import { orphanParts, requestParts } from './sources/requestParts';
import { SnapshotIndex } from './SnapshotIndex';
import { withoutDoubles } from './withoutDoubles';

/**
 * Step 4 of 7: what the catalog should say, given what is known. The same snapshot always gives the same
 * plan; between plans, only what was built from unchanged objects is kept.
 * @internal
 */
export class EntityPlanner {
  private memos: ReadonlyMap<SliceName, SliceMemo> = new Map();
  private index: SnapshotIndex | undefined;
  private readonly nameMemory = new NameMemory();

  constructor(private readonly options: PlanOptions) {}

  /** How Promises are named by what the catalog holds, for those that cannot be read now. */
  acceptNames(names: KeptNames): void {
    this.nameMemory.accept(names);
  }

  /** @param nowMs - Milliseconds since the epoch, for what counts only after a while. */
  plan(snapshot: PlatformSnapshot, nowMs?: number): EntityPlan {
    const { platform, promises } = snapshot;
    const named = this.namePlatform(snapshot);
    if (promises.state === 'unknown' || !named) {
      return nothingKnown(platform);
    }
    const { select } = this.options.config;
    const selected = promises.items.filter(promise =>
      isPromiseSelected(promise, select),
    );

    const memos = new Map<SliceName, SliceMemo>();
    const slices = new Map<SliceName, PlanSlice>();
    const stale = new Set<SliceName>();
    const options = { ...this.options, platform: named };
    for (const { name, source, madeFrom } of this.parts(
      selected,
      snapshot,
      options,
    )) {
      if (source === 'unknown') {
        slices.set(name, unknown);
      } else {
        const memo = buildSlice(source, this.memos.get(name));
        memos.set(name, memo);
        slices.set(name, memo.slice);
        if (!madeFrom.every(part => isConfirmed(part, nowMs))) {
          stale.add(name);
        }
      }
    }
    this.memos = memos;
    return {
      platform,
      slices: mayMeet(options) ? withoutDoubles(slices) : slices,
      stale,
      areOrphansKnown: areOrphansKnown(snapshot),
    };
  }

  /** Undefined while it cannot be said how entities are named. */
  private namePlatform(snapshot: PlatformSnapshot): NamedPlatform | undefined {
    const { promises } = snapshot;
    const { platform } = this.options;
    if (platform.naming === undefined) {
      return platform;
    }
    const kept = this.nameMemory.recall(snapshot);
    if (!kept || !areNamesKnown(this.options, snapshot)) {
      return undefined;
    }
    const named = namePlatform(platform, snapshot, kept);
    if (promises.state === 'synced') {
      this.nameMemory.keep(promises.items, named, kept);
    }
    return named;
  }

  /** Objects whose entities are missing: displaced by a name collision, or left out by a transformer. */
  findLosses(): ObjectProblem[] {
    return findLosses(this.options.platform.name, this.memos);
  }

  private *parts(
    promises: readonly KratixPromise[],
    snapshot: PlatformSnapshot,
    options: PlanOptions,
  ): Generator<SlicePart> {
    const unreadable = findUnreadable(snapshot, options.platform);
    yield {
      name: 'promises',
      source: promiseSource(promises, unreadable, options),
      madeFrom: [snapshot.promises],
    };
    yield* platformParts(snapshot, options);
    const context = { unreadable, options, index: this.indexOf(snapshot) };
    yield* requestParts(promises, snapshot, context);
    yield* orphanParts(snapshot, context);
    for (const name of unreadable.promises) {
      yield { name: requestsSlice(name), source: 'unknown', madeFrom: [] };
    }
    if (options.config.isDestinationsIncluded) {
      const { destinations } = snapshot;
      const source =
        destinations.state === 'synced'
          ? destinationSource(destinations.items, options)
          : 'unknown';
      yield { name: 'destinations', source, madeFrom: [destinations] };
    }
  }

  private indexOf(snapshot: PlatformSnapshot): SnapshotIndex {
    this.index = this.index?.upTo(snapshot) ?? new SnapshotIndex(snapshot);
    return this.index;
  }
}

const unknown = { state: 'unknown' } as const;

function nothingKnown(platform: string): EntityPlan {
  const slices = new Map([['promises', unknown]] as const);
  return { platform, slices, stale: new Set(), areOrphansKnown: false };
}
