import { setImmediate } from 'node:timers/promises';
import {
  createRequestJudge,
  toJudgedObject,
  type JudgedRequest,
  type KratixPromise,
  type PlatformSnapshot,
  type ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { IndexedRequest } from '../lists/IndexedRequest';

/** Others wait while requests are judged, so this many at a time. */
const SLICE = 100;

/**
 * A judged request, with the row that tells where its page is.
 * @internal
 */
export interface JudgedRow extends JudgedRequest {
  readonly entityRef?: string;
}

/**
 * What becomes of each of these requests. Without an API on both sides there is nothing to judge by.
 * @internal
 */
export async function judgeRequests(
  { before, after }: { before: KratixPromise; after: KratixPromise },
  rows: readonly IndexedRequest[],
  snapshot: PlatformSnapshot,
): Promise<JudgedRow[]> {
  if (!before.api || !after.api) {
    return [];
  }
  const judge = createRequestJudge(before.api, after.api);
  const requests = indexByPlace(snapshot, before.name);
  const judged: JudgedRow[] = [];
  for (const [position, { row }] of rows.entries()) {
    if (position % SLICE === SLICE - 1) {
      await setImmediate();
    }
    const request = requests.get(placeOf(row.ref));
    if (request) {
      judged.push({
        namespace: request.namespace,
        name: request.name,
        owner: row.owner,
        entityRef: row.entityRef,
        ...judge(toJudgedObject(request)),
      });
    }
  }
  return judged;
}

function indexByPlace(
  snapshot: PlatformSnapshot,
  promise: string,
): ReadonlyMap<string, ResourceRequest> {
  const collection = snapshot.requests.get(promise);
  return new Map(
    collection?.state === 'synced'
      ? collection.items.map(item => [placeOf(item), item] as const)
      : [],
  );
}

function placeOf(place: { readonly namespace: string; readonly name: string }) {
  return `${place.namespace}/${place.name}`;
}
