import {
  kratixLabels,
  matchesNamespace,
  parseDestination,
  parseInstalledApi,
  parseNamespace,
  parsePromise,
  parsePromiseRevision,
  parseResourceBinding,
  parseResourceRequest,
  parseStateStore,
  type Destination,
  type InstalledApi,
  type KratixPromise,
  type NamespaceInfo,
  type Parsed,
  type PromiseRevision,
  type ResourceBinding,
  type ResourceRequest,
  type StateStore,
  type StateStoreKind,
  type WatchedApi,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Observed } from '../state/Observed';

/**
 * Which objects one watch follows, and how they are read.
 * @internal
 */
export interface CollectionSpec<T> {
  readonly kind: string;
  readonly group: string;
  readonly version: string;
  readonly plural: string;
  /** Watched one by one; the whole cluster when absent. */
  readonly parts?: readonly CollectionPart[];
  /** Those with this label only. */
  readonly label?: string;
  /** Objects in one page of a list: few where each can be megabytes. */
  readonly pageSize: number;
  readonly parse: (json: unknown) => Parsed<T>;
  /** May change with the object: one that is no longer wanted is gone. */
  readonly isWanted: (item: Observed<T>) => boolean;
}

/**
 * A part of a collection that can be watched on its own: a namespace, or the one object of a name.
 * @internal
 */
export type CollectionPart =
  | { readonly namespace: string }
  | { readonly name: string };

/** @internal */
export interface FixedCollectionSpecs {
  readonly promises: CollectionSpec<KratixPromise>;
  readonly bindings: CollectionSpec<ResourceBinding>;
  readonly revisions: CollectionSpec<PromiseRevision>;
  readonly destinations: CollectionSpec<Destination>;
  readonly gitStateStores: CollectionSpec<StateStore>;
  readonly bucketStateStores: CollectionSpec<StateStore>;
  readonly namespaces: CollectionSpec<NamespaceInfo>;
  readonly apis: CollectionSpec<InstalledApi>;
}

const kratixApi = { group: 'platform.kratix.io', version: 'v1alpha1' };

// Promises and revisions carry `dependencies`, each up to what etcd takes (kratix-domain 13.14); a Table
// would be smaller but says nothing of a Promise's API.
const LARGE_OBJECTS = 20;
const USUAL_OBJECTS = 500;

/**
 * What is watched on every platform, whatever it offers.
 * @internal
 */
export function fixedCollectionSpecs(
  namespaces: readonly string[],
): FixedCollectionSpecs {
  const everything = { isWanted: () => true };
  const only = plainNamespaces(namespaces);
  return {
    promises: {
      ...kratixApi,
      ...everything,
      kind: 'Promise',
      plural: 'promises',
      pageSize: LARGE_OBJECTS,
      parse: parseWithApiProblem,
    },
    bindings: {
      ...kratixApi,
      kind: 'ResourceBinding',
      plural: 'resourcebindings',
      pageSize: USUAL_OBJECTS,
      parse: parseResourceBinding,
      parts: only?.map(namespace => ({ namespace })),
      isWanted: ({ namespace }) => matchesNamespace(namespace, namespaces),
    },
    revisions: {
      ...kratixApi,
      ...everything,
      kind: 'PromiseRevision',
      plural: 'promiserevisions',
      pageSize: LARGE_OBJECTS,
      parse: parsePromiseRevision,
    },
    destinations: {
      ...kratixApi,
      ...everything,
      kind: 'Destination',
      plural: 'destinations',
      pageSize: USUAL_OBJECTS,
      parse: parseDestination,
    },
    gitStateStores: stateStores('GitStateStore', 'gitstatestores'),
    bucketStateStores: stateStores('BucketStateStore', 'bucketstatestores'),
    namespaces: {
      group: '',
      version: 'v1',
      kind: 'Namespace',
      plural: 'namespaces',
      pageSize: USUAL_OBJECTS,
      parse: parseNamespace,
      parts: only?.map(name => ({ name })),
      isWanted: ({ name }) => matchesNamespace(name, namespaces),
    },
    apis: installedApis,
  };
}

// Kratix labels those of Promises (kratix-domain 2.1); a cluster has hundreds of others.
const installedApis: CollectionSpec<InstalledApi> = {
  group: 'apiextensions.k8s.io',
  version: 'v1',
  kind: 'CustomResourceDefinition',
  plural: 'customresourcedefinitions',
  label: kratixLabels.promiseName,
  pageSize: LARGE_OBJECTS,
  parse: parseInstalledApi,
  isWanted: () => true,
};

function stateStores(
  kind: StateStoreKind,
  plural: string,
): CollectionSpec<StateStore> {
  return {
    ...kratixApi,
    kind,
    plural,
    pageSize: USUAL_OBJECTS,
    parse: json => parseStateStore(json, kind),
    isWanted: () => true,
  };
}

/**
 * The requests of one Promise.
 * @internal
 */
export function requestCollectionSpec(
  promise: {
    name: string;
    api: WatchedApi;
    /** Other Promises with the very same API. */
    rivals: readonly string[];
  },
  namespaces: readonly string[],
): CollectionSpec<ResourceRequest> {
  const { name, api, rivals } = promise;
  return {
    kind: api.kind,
    group: api.group,
    version: api.version,
    plural: api.plural,
    pageSize: USUAL_OBJECTS,
    parse: json => parseResourceRequest(json, { promiseName: name, api }),
    parts: plainNamespaces(namespaces)?.map(namespace => ({ namespace })),
    isWanted: item =>
      matchesNamespace(item.namespace, namespaces) &&
      !rivals.includes(labelledPromise(item)),
  };
}

// Where no pattern is among them, the portal needs no right beyond these namespaces.
function plainNamespaces(
  patterns: readonly string[],
): readonly string[] | undefined {
  return patterns.length > 0 && patterns.every(name => !name.includes('*'))
    ? [...new Set(patterns)]
    : undefined;
}

// Kratix labels each request with its Promise (kratix-domain 2.2), which decides where two bring one API.
function labelledPromise({ parsed }: Observed<ResourceRequest>): string {
  return parsed.ok ? parsed.value.labels[kratixLabels.promiseName] ?? '' : '';
}

// An API that cannot be used is part of the Promise's page, and of what the platform's page lists.
function parseWithApiProblem(json: unknown): Parsed<KratixPromise> {
  const parsed = parsePromise(json);
  return parsed.ok && parsed.value.apiProblem
    ? { ...parsed, problems: [...parsed.problems, parsed.value.apiProblem] }
    : parsed;
}
