import type {
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
import { findUnreadable, type Unreadable } from './findUnreadable';
import type { PlanOptions } from './PlanOptions';
import { promiseSource } from './promiseSource';
import { requestSource } from './requestSource';
import { isPromiseSelected } from './selection';

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
      return { platform, slices: new Map([['promises', unknownSlice]]) };
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
    return { platform, slices };
  }

  private *sources(
    promises: readonly KratixPromise[],
    snapshot: PlatformSnapshot,
  ): Generator<[SliceName, SliceSource | 'unknown']> {
    const unreadable = findUnreadable(snapshot, this.options.platform);
    yield ['promises', promiseSource(promises, unreadable, this.options)];

    for (const promise of promises) {
      if (promise.api || promise.apiProblem) {
        yield [
          requestsSlice(promise.name),
          this.requestsOf(promise, snapshot, unreadable),
        ];
      }
    }
    // Whether they offer anything cannot be read now; what they offered may well be there.
    for (const name of unreadable.promises) {
      yield [requestsSlice(name), 'unknown'];
    }
    if (this.options.config.isDestinationsIncluded) {
      yield ['destinations', destinationSource(snapshot, this.options)];
    }
  }

  private requestsOf(
    promise: KratixPromise,
    snapshot: PlatformSnapshot,
    unreadable: Unreadable,
  ): SliceSource | 'unknown' {
    const requests = snapshot.requests.get(promise.name);
    return requests?.state === 'synced'
      ? requestSource(
          { promise, requests: requests.items },
          { snapshot, unreadable, options: this.options },
        )
      : 'unknown';
  }
}

const unknownSlice: PlanSlice = { state: 'unknown' };
