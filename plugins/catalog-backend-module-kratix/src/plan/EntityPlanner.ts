import type {
  Collection,
  KratixPromise,
  PlatformSnapshot,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { buildSlice, type SliceMemo, type SliceSource } from './buildSlice';
import { destinationSource } from './destinationSource';
import {
  requestsSlice,
  type EntityPlan,
  type PlanSlice,
  type SliceName,
} from './EntityPlan';
import { findUnreadable } from './findUnreadable';
import type { PlanOptions } from './PlanOptions';
import { promiseSource } from './promiseSource';
import { requestSource } from './requestSource';
import { isPromiseSelected } from './selection';
import { SnapshotIndex } from './SnapshotIndex';

/**
 * Step 4 of 7: what the catalog should say, given what is known. The same snapshot always gives the same
 * plan; between plans, only what was built from unchanged objects is kept.
 * @internal
 */
export class EntityPlanner {
  private memos: ReadonlyMap<SliceName, SliceMemo> = new Map();

  constructor(private readonly options: PlanOptions) {}

  plan(snapshot: PlatformSnapshot): EntityPlan {
    const { platform, promises } = snapshot;
    if (promises.state === 'unknown') {
      const slices = new Map([['promises', unknownSlice]] as const);
      return { platform, slices, stale: new Set() };
    }
    const { select } = this.options.config;
    const selected = promises.items.filter(promise =>
      isPromiseSelected(promise, select),
    );

    const memos = new Map<SliceName, SliceMemo>();
    const slices = new Map<SliceName, PlanSlice>();
    for (const [name, source] of this.sources(selected, snapshot)) {
      if (source === 'unknown') {
        slices.set(name, unknownSlice);
      } else {
        const memo = buildSlice(source, this.memos.get(name));
        memos.set(name, memo);
        slices.set(name, memo.slice);
      }
    }
    this.memos = memos;
    return { platform, slices, stale: findStale(snapshot) };
  }

  private *sources(
    promises: readonly KratixPromise[],
    snapshot: PlatformSnapshot,
  ): Generator<[SliceName, SliceSource | 'unknown']> {
    const { options } = this;
    const unreadable = findUnreadable(snapshot, options.platform);
    const index = new SnapshotIndex(snapshot);
    yield ['promises', promiseSource(promises, unreadable, options)];

    for (const promise of promises) {
      const requests = snapshot.requests.get(promise.name);
      // Without an API there is nothing to request; with one that is not usable now, there may well be.
      if (promise.api || promise.apiProblem) {
        const source =
          requests?.state === 'synced'
            ? requestSource(
                {
                  promise,
                  requests: requests.items,
                  unsayable: unreadable.requestEntityRefs(
                    promise,
                    requests.items,
                  ),
                },
                index,
                options,
              )
            : 'unknown';
        yield [requestsSlice(promise.name), source];
      }
    }
    for (const name of unreadable.promises) {
      yield [requestsSlice(name), 'unknown'];
    }
    if (options.config.isDestinationsIncluded) {
      const { destinations } = snapshot;
      const source =
        destinations.state === 'synced'
          ? destinationSource(destinations.items, options)
          : 'unknown';
      yield ['destinations', source];
    }
  }
}

function findStale(snapshot: PlatformSnapshot): ReadonlySet<SliceName> {
  const requests = [...snapshot.requests].map(
    ([promise, collection]) => [requestsSlice(promise), collection] as const,
  );
  const collections: (readonly [SliceName, Collection<unknown>])[] = [
    ['promises', snapshot.promises],
    ['destinations', snapshot.destinations],
    ...requests,
  ];
  return new Set(
    collections
      .filter(([, { state, problem }]) => state === 'synced' && problem)
      .map(([name]) => name),
  );
}

const unknownSlice: PlanSlice = { state: 'unknown' };
