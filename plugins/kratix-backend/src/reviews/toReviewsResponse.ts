import {
  findRequest,
  isPromotionTo,
  isReviewOf,
  reviewApi,
  type DeliveryRepository,
  type Platform,
  type PlatformSnapshot,
  type RequestRef,
  type ReviewFilter,
  type ReviewsResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  OpenPullRequests,
  PullRequest,
} from '@kratix-portal/backstage-plugin-kratix-node';
import type { RequestAccess } from '../authorization/KratixAuthorizer';
import { requireSynced } from '../state/lookUp';
import { toPermissionedRequest } from '../state/toPermissionedRequest';

/**
 * What of the open pull requests somebody asks for and may see. A pull request for a request that does not exist
 * yet is authorised by namespace and name.
 * @internal
 */
export function toReviewsResponse(
  open: {
    readonly orders: OpenPullRequests;
    readonly promotions: OpenPullRequests & { readonly problem?: string };
  },
  asked: {
    readonly platform: Platform;
    readonly snapshot: PlatformSnapshot;
    readonly filter: ReviewFilter;
    readonly access: RequestAccess;
    readonly promotionRepository: DeliveryRepository | undefined;
  },
): ReviewsResponse {
  const { platform, filter, snapshot, promotionRepository } = asked;
  const { delivery } = platform;
  const promises = promisesByApi(platform, snapshot);
  const shown = open.orders.items.filter(pull => {
    const promise = promises.get(pull.branch.api);
    if (!promise || !isAskedFor(pull, promise, { platform, filter })) {
      return false;
    }
    const ref = {
      platform: platform.name,
      promise: promise.name,
      namespace: pull.branch.namespace,
      name: pull.branch.name,
    };
    return isReadable(ref, asked);
  });
  return {
    delivery: delivery.mode === 'apply' ? 'direct' : 'pull-request',
    ...(delivery.mode === 'pull-request' && {
      repository: nameOf(delivery.repository),
    }),
    pullRequests: shown.map(({ branch, ...pull }) => ({
      ...pull,
      operation: branch.operation,
      namespace: branch.namespace,
      name: branch.name,
    })),
    ...(promotionRepository && {
      promotionRepository: nameOf(promotionRepository),
    }),
    ...(open.promotions.problem !== undefined && {
      promotionProblem: open.promotions.problem,
    }),
    promotions: open.promotions.items
      .filter(({ branch }) =>
        isPromotionTo(branch, platform.name, filter.promise),
      )
      .map(({ branch, ...pull }) => ({ ...pull, promise: branch.name })),
    isComplete: open.orders.isComplete && open.promotions.isComplete,
  };
}

function nameOf({ host, owner, repo }: DeliveryRepository) {
  return { host, owner, repo };
}

interface KnownApi {
  readonly name: string;
  readonly kind: string;
  readonly group: string;
}

/** Branches name APIs: until it is known whose they are, an empty list would be a lie. */
function promisesByApi(
  { delivery }: Platform,
  snapshot: PlatformSnapshot,
): Map<string, KnownApi> {
  if (delivery.mode === 'apply') {
    return new Map();
  }
  const { items } = requireSynced(
    snapshot,
    snapshot.promises,
    'promisesUnknown',
  );
  return new Map(
    items.flatMap(({ name, api }) =>
      api ? [[reviewApi(api), { name, kind: api.kind, group: api.group }]] : [],
    ),
  );
}

function isAskedFor(
  { branch }: PullRequest,
  promise: KnownApi,
  asked: { readonly platform: Platform; readonly filter: ReviewFilter },
): boolean {
  const { platform, filter } = asked;
  const { kind, group } = promise;
  const namespace = filter.namespace ?? branch.namespace;
  const name = filter.name ?? branch.name;
  return (
    (filter.promise === undefined || filter.promise === promise.name) &&
    (filter.name === undefined
      ? branch.platform === platform.name && branch.namespace === namespace
      : isReviewOf(branch, {
          platform: platform.name,
          ...{ kind, group, namespace, name },
        }))
  );
}

function isReadable(
  ref: RequestRef,
  asked: {
    readonly platform: Platform;
    readonly snapshot: PlatformSnapshot;
    readonly access: RequestAccess;
  },
): boolean {
  const { platform, snapshot, access } = asked;
  const found = findRequest(snapshot, ref);
  return access.isAllowed(
    found.state === 'present'
      ? toPermissionedRequest(found.request, platform, snapshot)
      : ref,
  );
}
