import {
  findPromise,
  isPromiseSelected,
  listFields,
  promiseEntityRef,
  promiseWords,
  unversioned,
  type KratixPromise,
  type PromiseAboutResponse,
  type RelatedPromise,
  type PromiseSelection,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { RequestAccess } from '../authorization';
import { readableRequests } from './readableRequests';
import type { PlatformIndex } from './RequestIndex';
import { toOffer } from './toOffer';

interface Options {
  readonly access: RequestAccess | undefined;
  readonly select: PromiseSelection;
}

/** Revisions are kept for ever; a page shows the last ones. */
const mostRevisions = 50;

/**
 * What there is to know about a Promise before one orders from it, or changes it.
 * @internal
 */
export function toPromiseAbout(
  promise: KratixPromise,
  index: PlatformIndex,
  options: Options,
): PromiseAboutResponse {
  const relate = toRelated(index, options);
  return {
    offer: toOffer(promise, index, options),
    fields: promise.api ? listFields(promise.api) : [],
    revisions: listRevisions(promise, index, options.access),
    requires: promise.requiredPromises.map(required =>
      relate(required.name, required),
    ),
    requiredBy: findRequiring(promise, index).map(({ name, version }) =>
      relate(name, { version }),
    ),
  };
}

function toRelated({ platform, snapshot }: PlatformIndex, options: Options) {
  return (
    name: string,
    more: Pick<RelatedPromise, 'version' | 'state'>,
  ): RelatedPromise => {
    const promise = findPromise(snapshot, name);
    return {
      name,
      title: promise ? promiseWords(promise).title : name,
      version: more.version || undefined,
      state: more.state,
      entityRef:
        promise && isPromiseSelected(promise, options.select)
          ? promiseEntityRef(platform, { promise: name })
          : undefined,
    };
  };
}

/**
 * Kratix lists who requires a Promise in its status once it has looked (kratix-domain 9); the other
 * Promises' own specs say it at once.
 */
function findRequiring(
  { name, requiredBy }: KratixPromise,
  { snapshot: { promises } }: PlatformIndex,
): { readonly name: string; readonly version?: string }[] {
  const declared =
    promises.state === 'synced'
      ? promises.items.filter(({ requiredPromises }) =>
          requiredPromises.some(required => required.name === name),
        )
      : [];
  return [
    ...new Map(
      [...requiredBy, ...declared].map(other => [other.name, other] as const),
    ).values(),
  ];
}

function listRevisions(
  { name }: KratixPromise,
  index: PlatformIndex,
  access: RequestAccess | undefined,
): PromiseAboutResponse['revisions'] {
  const { revisions, requests } = index.snapshot;
  if (revisions.state === 'unknown') {
    return undefined;
  }
  const isCounted =
    access !== undefined && requests.get(name)?.state === 'synced';
  const counts = new Map<string, number>();
  if (isCounted) {
    readableRequests(index, access, promise => promise === name).forEach(
      ({ row: { promiseVersion } }) =>
        promiseVersion &&
        counts.set(promiseVersion, (counts.get(promiseVersion) ?? 0) + 1),
    );
  }
  return revisions.items
    .filter(
      ({ promiseName, version }) =>
        promiseName === name && version !== unversioned,
    )
    .sort(
      (a, b) =>
        Number(b.isLatest) - Number(a.isLatest) ||
        (b.createdAt ?? '').localeCompare(a.createdAt ?? ''),
    )
    .slice(0, mostRevisions)
    .map(({ version, isLatest, createdAt }) => ({
      version,
      isLatest,
      createdAt,
      requests: isCounted ? counts.get(version) ?? 0 : undefined,
    }));
}
