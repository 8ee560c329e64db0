import {
  buildRequestEntity,
  phaseContexts,
  type KratixPromise,
  type NamespaceInfo,
  type PlatformSnapshot,
  type ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { SliceItem, SliceSource } from './buildSlice';
import type { Unreadable } from './findUnreadable';
import type { PlanOptions } from './PlanOptions';
import { isRequestSelected } from './selection';

/**
 * The requests of one Promise, as a part of the plan.
 * @internal
 */
export function requestSource(
  offer: {
    readonly promise: KratixPromise;
    readonly requests: readonly ResourceRequest[];
  },
  context: {
    readonly snapshot: PlatformSnapshot;
    readonly unreadable: Unreadable;
    readonly options: PlanOptions;
  },
): SliceSource {
  const { promise, requests } = offer;
  const { snapshot, unreadable } = context;
  const { bindings, revisions, namespaces } = snapshot;
  return {
    inputs: [
      requests,
      promise,
      ...[bindings, revisions, namespaces].map(itemsOf),
    ],
    items: () => requestItems(offer, context),
    unsayable: unreadable.requestEntityRefs(promise, requests),
  };
}
