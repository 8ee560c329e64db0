import type {
  Collection,
  KratixPromise,
  PlatformSnapshot,
  ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { requestsSlice } from '../EntityPlan';
import { findOrphans } from '../findOrphans';
import type { RequestsOf, Unreadable } from '../findUnreadable';
import type { PlanOptions } from '../PlanOptions';
import type { SnapshotIndex } from '../SnapshotIndex';
import type { SlicePart } from './platformParts';
import { requestSource } from './requestSource';

/**
 * What parts of requests are made with.
 * @internal
 */
export interface PartContext {
  readonly unreadable: Unreadable;
  readonly options: PlanOptions;
  readonly index: SnapshotIndex;
}

/**
 * The requests of each selected Promise.
 * @internal
 */
export function* requestParts(
  promises: readonly KratixPromise[],
  snapshot: PlatformSnapshot,
  context: PartContext,
): Generator<SlicePart> {
  for (const promise of promises) {
    // Without an API there is nothing to request; with one that is not usable now, there may well be.
    if (promise.api || promise.apiProblem) {
      const requests = snapshot.requests.get(promise.name) ?? unknown;
      yield toPart({ of: promise, promise, requests }, snapshot, context);
    }
  }
}

/**
 * What Promises that are gone have left behind.
 * @internal
 */
export function* orphanParts(
  snapshot: PlatformSnapshot,
  context: PartContext,
): Generator<SlicePart> {
  const { promises } = snapshot;
  // A Promise that is gone cannot say that it was opted in.
  if (promises.state === 'unknown' || context.options.config.select !== 'all') {
    return;
  }
  const { unreadable } = context;
  for (const orphans of findOrphans(snapshot, promises.items, unreadable)) {
    const { promise: name, api, requests } = orphans;
    const left = { of: { name, api }, promise: undefined, requests };
    yield toPart(left, snapshot, context);
  }
}

const unknown = { state: 'unknown' } as const;

function toPart(
  offer: {
    readonly of: RequestsOf;
    readonly promise: KratixPromise | undefined;
    readonly requests: Collection<ResourceRequest>;
  },
  snapshot: PlatformSnapshot,
  { unreadable, options, index }: PartContext,
): SlicePart {
  const { of, promise } = offer;
  const requests = itemsOf(offer.requests);
  return {
    name: requestsSlice(of.name),
    source: requests
      ? requestSource(
          {
            promise,
            requests,
            unsayable: unreadable.requestEntityRefs(of, requests),
            requestsOf: name => itemsOf(snapshot.requests.get(name)),
          },
          index,
          options,
        )
      : 'unknown',
    madeFrom: [offer.requests, ...besideRequests(snapshot)],
  };
}

/** What phases and owners of requests are made from. */
function besideRequests(
  snapshot: PlatformSnapshot,
): readonly Collection<unknown>[] {
  const { promises, bindings, revisions, namespaces } = snapshot;
  return [promises, bindings, revisions, namespaces];
}

function itemsOf<T>(collection?: Collection<T>): readonly T[] | undefined {
  return collection?.state === 'synced' ? collection.items : undefined;
}
