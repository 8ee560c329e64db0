import type {
  ClusterEvent,
  Gvr,
  KubeObject,
  ObjectKey,
} from '../../apiserver/cluster';
import type { KratixContext } from '../context';
import {
  fromKey,
  isOf,
  isSpecOrMetadataChange,
  keyOf,
  toKey,
} from '../controller/keys';
import { at, textOf } from '../json/read';
import type { PromiseApi } from '../promise/promiseApi';
import { labels } from '../vocabulary/labels';
import { resources } from '../vocabulary/resources';

/** A queue key of a request of any Promise. @internal */
export function toRequestKey(api: PromiseApi, key: ObjectKey): string {
  return `${api.gvr.group}|${api.gvr.resource}|${toKey(key)}`;
}

/** @internal */
export function fromRequestKey(key: string): {
  gvr: Pick<Gvr, 'group' | 'resource'>;
  key: ObjectKey;
} {
  const [group = '', resource = '', rest = ''] = key.split('|');
  return { gvr: { group, resource }, key: fromKey(rest) };
}

/** The requests that an event concerns. @internal */
export function requestKeysOf(
  context: KratixContext,
  event: ClusterEvent,
): readonly string[] {
  const { apis } = context;
  if (isOf(event, resources.promises)) {
    return promiseChanged(event)
      ? requestsOfPromise(context, event.object)
      : [];
  }
  if (isOf(event, resources.jobs)) {
    return viaLabels(context, event.object, 'resource');
  }
  if (isOf(event, resources.works)) {
    return viaLabels(context, event.object, 'resource');
  }
  if (isOf(event, resources.resourceBindings)) {
    return viaBinding(context, event);
  }
  const api = apis.ofResource(event.gvr);
  return api && event.type !== 'DELETED'
    ? [toRequestKey(api, keyOf(event.object))]
    : [];
}

function promiseChanged(event: ClusterEvent): boolean {
  const before = event.previous;
  return (
    isSpecOrMetadataChange(event) ||
    JSON.stringify(availability(before)) !==
      JSON.stringify(availability(event.object))
  );
}

function availability(promise: KubeObject | undefined): unknown {
  return [at(promise, 'status', 'status'), at(promise, 'status', 'apiVersion')];
}

function requestsOfPromise(
  { apis, cluster }: KratixContext,
  promise: KubeObject,
): readonly string[] {
  const api = apis.ofPromise(promise.metadata.name);
  return api
    ? cluster.list(api.gvr).map(request => toRequestKey(api, keyOf(request)))
    : [];
}

function viaLabels(
  { apis }: KratixContext,
  { metadata }: KubeObject,
  type: 'resource',
): readonly string[] {
  const said = metadata.labels ?? {};
  const api = apis.ofPromise(said[labels.promiseName] ?? '');
  const name = said[labels.resourceName];
  const isResource =
    said[labels.workflowType] === type || said[labels.workType] === type;
  return api && name && isResource
    ? [
        toRequestKey(api, {
          namespace: said[labels.resourceNamespace] ?? metadata.namespace,
          name,
        }),
      ]
    : [];
}

function viaBinding(
  { apis }: KratixContext,
  { object }: ClusterEvent,
): readonly string[] {
  const reference = at(object.spec, 'resourceRef');
  const api = apis.ofPromise(
    textOf(at(object.spec, 'promiseRef', 'name')) ?? '',
  );
  const name = textOf(at(reference, 'name'));
  return api && name
    ? [
        toRequestKey(api, {
          namespace: textOf(at(reference, 'namespace')),
          name,
        }),
      ]
    : [];
}
