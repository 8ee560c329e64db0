import type {
  Destination,
  InstalledApi,
  KratixPromise,
  NamespaceInfo,
  PromiseRevision,
  ResourceBinding,
  ResourceRequest,
  StateStore,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { unknownCollection, type CollectionState } from './CollectionState';

/**
 * Everything that the watches of one platform have told.
 * @internal
 */
export interface PlatformState {
  readonly promises: CollectionState<KratixPromise>;
  /** By Promise name: one for each Promise whose API can be used, or is left behind. */
  readonly requests: ReadonlyMap<string, CollectionState<ResourceRequest>>;
  readonly bindings: CollectionState<ResourceBinding>;
  readonly revisions: CollectionState<PromiseRevision>;
  readonly destinations: CollectionState<Destination>;
  readonly gitStateStores: CollectionState<StateStore>;
  readonly bucketStateStores: CollectionState<StateStore>;
  readonly namespaces: CollectionState<NamespaceInfo>;
  readonly apis: CollectionState<InstalledApi>;
}

/**
 * Before anything was heard.
 * @internal
 */
export const unknownPlatform: PlatformState = {
  promises: unknownCollection,
  requests: new Map(),
  bindings: unknownCollection,
  revisions: unknownCollection,
  destinations: unknownCollection,
  gitStateStores: unknownCollection,
  bucketStateStores: unknownCollection,
  namespaces: unknownCollection,
  apis: unknownCollection,
};
