import {
  buildRequestEntity,
  derivePhase,
  findParents,
  isRequestSelected,
  promiseEntityRef,
  requestEntityRef,
  type KratixPromise,
  type NamedPlatform,
  type ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  BuiltObject,
  SliceItem,
  SliceList,
  SliceSource,
} from './buildSlice';
import { findNameDependents } from './findNameDependents';
import type { PlanOptions } from '../PlanOptions';
import type { SnapshotIndex } from '../SnapshotIndex';
import { toObjectProblems } from '../toObjectProblems';
import { transformEntities } from '../transformEntities';

/**
 * The requests of one Promise, as a part of the plan.
 * @internal
 */
export interface Offer {
  /** Undefined when it is gone and its requests are left. */
  readonly promise: KratixPromise | undefined;
  readonly requests: readonly ResourceRequest[];
  /** Entities of requests that are there, but cannot be read now. */
  readonly unsayable: ReadonlySet<string>;
  /** The requests of any Promise, as far as they are known. */
  requestsOf(promise: string): readonly ResourceRequest[] | undefined;
}

/** @internal */
export function requestSource(
  offer: Offer,
  index: SnapshotIndex,
  options: PlanOptions,
): SliceSource {
  const { promise, requests, unsayable } = offer;
  const { names } = options.platform;
  const dependents = names && findNameDependents(requests);
  const list: SliceList<ResourceRequest> = {
    objects: requests,
    shared: [promise, ...index.inputs, names?.key],
    unsteady: dependents?.requests ?? [],
    keyOf,
    toItem: request =>
      isRequestSelected(request, options.config.select)
        ? toItem(request, { promise, index, options })
        : undefined,
  };
  return {
    inputs: [
      ...list.shared,
      requests,
      ...[...(dependents?.parentPromises ?? [])].map(offer.requestsOf),
    ],
    unsayable,
    *items(): Generator<SliceItem> {
      for (const request of requests) {
        const item = list.toItem(request);
        if (item) {
          yield item;
        }
      }
    },
    list,
  };
}

interface ItemContext {
  readonly promise: KratixPromise | undefined;
  readonly index: SnapshotIndex;
  readonly options: PlanOptions;
}

function toItem(
  request: ResourceRequest,
  { promise, index, options }: ItemContext,
): SliceItem {
  const { platform, transformers } = options;
  const { binding, latestRevision } = index.phaseContext(request);
  const namespaceInfo = index.namespace(request.namespace);
  return {
    key: keyOf(request),
    inputs: [
      request,
      promise,
      binding,
      latestRevision,
      namespaceInfo,
      ...namesOf(request, platform),
    ],
    build: (): BuiltObject => {
      const { phase } = derivePhase(request, {
        promise,
        binding,
        latestRevision,
      });
      const { entity, problems } = buildRequestEntity(request, {
        platform,
        phase,
        promise,
        isPromiseGone: !promise,
        namespaceInfo,
      });
      const about = { ...request, platform: platform.name };
      const given = { request, promise, platform, phase, namespaceInfo };
      return transformEntities(
        { entities: [entity], problems: toObjectProblems(problems, about) },
        transformers,
        {
          about,
          apply: (transformer, entities) =>
            transformer.request?.({ ...given, entities }),
        },
      );
    },
  };
}

/** What its entity is called and points to, where that depends on other objects. */
function namesOf(request: ResourceRequest, platform: NamedPlatform): string[] {
  const { promiseName: promise, namespace, name } = request;
  return platform.names
    ? [
        promiseEntityRef(platform, { promise }),
        ...[{ promise, namespace, name }, ...findParents(request)].map(ref =>
          requestEntityRef(platform, ref),
        ),
      ]
    : [];
}

function keyOf({ namespace, name }: ResourceRequest): string {
  return `${namespace}/${name}`;
}
