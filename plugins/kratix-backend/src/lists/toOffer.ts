import {
  isPromiseSelected,
  promiseEntityRef,
  promiseTemplateEntityRef,
  promiseWords,
  type KratixPromise,
  type Offer,
  type Phase,
  type PromiseSelection,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { RequestAccess } from '../authorization';
import { readableRequests } from './readableRequests';
import type { PlatformIndex } from './RequestIndex';

/**
 * One Promise as lists show it.
 * @internal
 */
export function toOffer(
  promise: KratixPromise,
  index: PlatformIndex,
  options: {
    /** Undefined for those who may read no request. */
    readonly access: RequestAccess | undefined;
    readonly select: PromiseSelection;
  },
): Offer {
  const { platform, snapshot } = index;
  const ref = { platform: platform.name, promise: promise.name };
  const isInCatalog = isPromiseSelected(promise, options.select);
  const { group, version, kind, plural } = promise.api ?? {};
  return {
    ref,
    ...promiseWords(promise),
    platformTitle: platform.title,
    isSandbox: platform.isSandbox,
    version: promise.version,
    isPaused: promise.isPaused,
    availability: promise.availability,
    message: promise.message,
    ...(group && version && kind && plural
      ? { api: { group, version, kind, plural } }
      : {}),
    apiProblem: promise.apiProblem?.message,
    apiProblemWording: promise.apiProblem?.wording,
    requiredPromises: [...promise.requiredPromises],
    entityRef: isInCatalog ? promiseEntityRef(platform, ref) : undefined,
    templateRef:
      isInCatalog && promise.api
        ? promiseTemplateEntityRef(platform, ref)
        : undefined,
    isStale: snapshot.promises.problem !== undefined,
    phases: countPhases(promise, index, options.access),
  };
}

function countPhases(
  { name }: KratixPromise,
  index: PlatformIndex,
  access: RequestAccess | undefined,
): Offer['phases'] {
  const collection = index.snapshot.requests.get(name);
  if (!access || collection?.state !== 'synced') {
    return undefined;
  }
  const counts: Partial<Record<Phase, number>> = {};
  readableRequests(index, access, promise => promise === name).forEach(
    ({ row: { report } }) => {
      counts[report.phase] = (counts[report.phase] ?? 0) + 1;
    },
  );
  return counts;
}
