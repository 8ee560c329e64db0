import {
  buildRequestEntity,
  derivePhase,
  isRequestSelected,
  type KratixPromise,
  type ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  BuiltObject,
  SliceItem,
  SliceList,
  SliceSource,
} from './buildSlice';
import type { PlanOptions } from './PlanOptions';
import type { SnapshotIndex } from './SnapshotIndex';
import { toObjectProblems } from './toObjectProblems';
import { transformEntities } from './transformEntities';

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
}

/** @internal */
export function requestSource(
  offer: Offer,
  index: SnapshotIndex,
  options: PlanOptions,
): SliceSource {
  const { promise, requests, unsayable } = offer;
  const list: SliceList<ResourceRequest> = {
    objects: requests,
    shared: [promise, ...index.inputs],
    keyOf,
    toItem: request =>
      isRequestSelected(request)
        ? toItem(request, { promise, index, options })
        : undefined,
  };
  return {
    inputs: [promise, requests, ...index.inputs],
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
    inputs: [request, promise, binding, latestRevision, namespaceInfo],
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

function keyOf({ namespace, name }: ResourceRequest): string {
  return `${namespace}/${name}`;
}
