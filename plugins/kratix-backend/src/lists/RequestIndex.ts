import {
  findParents,
  kratixLabels,
  isPromiseSelected,
  namePlatform,
  partKey,
  phaseContexts,
  type Collection,
  type KratixPromise,
  type NamespaceInfo,
  type PhaseContext,
  requestEntityRef,
  type NamedPlatform,
  type Platform,
  type PlatformSnapshot,
  type ResourceRequest,
  type PromiseSelection,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { DeliverySurvey } from './DeliverySurvey';
import {
  indexRequest,
  type IndexedRequest,
  type IndexingContext,
} from './IndexedRequest';

/**
 * Every request of one platform, ready to be listed. Previews are left out: nothing of them is kept.
 * @internal
 */
export interface PlatformIndex {
  readonly platform: NamedPlatform;
  readonly snapshot: PlatformSnapshot;
  /** By Promise, as the snapshot has them. */
  readonly requests: ReadonlyMap<string, readonly IndexedRequest[]>;
}

/**
 * The rows of every list. A row is made again only when its request, or what its phase depends on, is
 * another object than before, so that one change among ten thousand requests costs one row.
 * @internal
 */
export class RequestIndex {
  private readonly indexes = new WeakMap<PlatformSnapshot, Versioned>();
  private readonly rows = new WeakMap<ResourceRequest, CachedRow>();

  constructor(
    private readonly options: {
      readonly select: PromiseSelection;
      readonly survey: Pick<DeliverySurvey, 'known' | 'version'>;
    },
  ) {}

  of(platform: Platform, snapshot: PlatformSnapshot): PlatformIndex {
    const { version } = this.options.survey;
    const known = this.indexes.get(snapshot);
    if (known?.version === version) {
      return known.index;
    }
    const index = this.build(platform, snapshot);
    this.indexes.set(snapshot, { version, index });
    return index;
  }

  private build(base: Platform, snapshot: PlatformSnapshot): PlatformIndex {
    const platform = namePlatform(base, snapshot);
    const contextOf = phaseContexts(snapshot);
    const promises = byName<KratixPromise>(snapshot.promises);
    const namespaces = byName<NamespaceInfo>(snapshot.namespaces);
    const requests = new Map<string, readonly IndexedRequest[]>();
    for (const [name, collection] of snapshot.requests) {
      const promise = promises.get(name);
      // Of a Promise that is gone, or cannot be read, what it has left stays in the catalog.
      const isPromiseInCatalog = promise
        ? isPromiseSelected(promise, this.options.select)
        : this.options.select === 'all';
      requests.set(
        name,
        itemsOf(collection)
          .filter(({ labels }) => labels[kratixLabels.dryRun] !== 'true')
          .map(request =>
            this.rowOf(request, {
              platform,
              phase: contextOf(request),
              promise,
              namespaceInfo: namespaces.get(request.namespace),
              isPromiseInCatalog,
              select: this.options.select,
            }),
          ),
      );
    }
    return { platform, snapshot, requests };
  }

  private rowOf(
    request: ResourceRequest,
    context: IndexingContext,
  ): IndexedRequest {
    const delivery = this.options.survey.known(request);
    const parts = [
      ...nameOf(request, context.platform),
      context.promise,
      context.phase.binding,
      context.phase.latestRevision,
      context.namespaceInfo,
      delivery,
    ];
    const cached = this.rows.get(request);
    if (cached && cached.parts.every((part, i) => part === parts[i])) {
      return cached.indexed;
    }
    const phase: PhaseContext = { ...context.phase, ...delivery };
    const indexed = {
      ...indexRequest(request, { ...context, phase }),
      parents: findParents(request),
    };
    this.rows.set(request, { parts, indexed });
    return indexed;
  }
}

/**
 * The direct parts of each request, by {@link partKey}.
 * @internal
 */
export function indexParts(
  index: PlatformIndex,
): ReadonlyMap<string, readonly IndexedRequest[]> {
  const known = partsOf.get(index);
  if (known) {
    return known;
  }
  const parts = new Map<string, IndexedRequest[]>();
  for (const requests of index.requests.values()) {
    for (const request of requests) {
      for (const parent of request.parents) {
        addTo(parts, partKey(parent), request);
      }
    }
  }
  partsOf.set(index, parts);
  return parts;
}

function addTo<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) {
    list.push(item);
  } else {
    lists.set(key, [item]);
  }
}

/** An index never changes, and goes with its snapshot. */
const partsOf = new WeakMap<
  PlatformIndex,
  ReadonlyMap<string, readonly IndexedRequest[]>
>();

/** With names that depend on the snapshot, the platform is another object each time. */
function nameOf(request: ResourceRequest, platform: NamedPlatform): unknown[] {
  const { promiseName: promise, namespace, name } = request;
  return platform.names
    ? [requestEntityRef(platform, { promise, namespace, name })]
    : [platform];
}

interface Versioned {
  readonly version: number;
  readonly index: PlatformIndex;
}

interface CachedRow {
  /** Compared by identity. */
  readonly parts: readonly unknown[];
  readonly indexed: IndexedRequest;
}

function byName<T extends { readonly name: string }>(
  collection: Collection<T>,
): ReadonlyMap<string, T> {
  return new Map(itemsOf(collection).map(item => [item.name, item]));
}

function itemsOf<T>(collection: Collection<T>): readonly T[] {
  return collection.state === 'synced' ? collection.items : [];
}
