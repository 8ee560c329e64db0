import type { ClusterEvent } from '../../apiserver/cluster';
import type { KratixContext } from '../context';
import { isOf } from '../controller/keys';
import { at, recordsOf } from '../json/read';
import { labels } from '../vocabulary/labels';
import { resources } from '../vocabulary/resources';

/** The Promises that an event concerns. @internal */
export function promiseKeysOf(
  context: KratixContext,
  event: ClusterEvent,
): readonly string[] {
  const { metadata } = event.object;
  if (isOf(event, resources.promises)) {
    return [metadata.name, ...requiring(context, metadata.name)];
  }
  const promise = metadata.labels?.[labels.promiseName];
  if (promise === undefined) {
    return [];
  }
  const isOwn =
    isOf(event, resources.crds) ||
    isOf(event, resources.promiseRevisions) ||
    (isOf(event, resources.jobs) &&
      metadata.labels?.[labels.workflowType] === 'promise') ||
    (isOf(event, resources.works) &&
      metadata.labels?.[labels.workType] !== 'resource');
  const isRemovedRequest =
    event.type === 'DELETED' &&
    context.apis.ofResource(event.gvr)?.promise === promise;
  return isOwn || isRemovedRequest
    ? [
        promise,
        // A new revision can satisfy somebody's requirement.
        ...(isOf(event, resources.promiseRevisions)
          ? requiring(context, promise)
          : []),
      ]
    : [];
}

function requiring(
  { cluster }: KratixContext,
  name: string,
): readonly string[] {
  return cluster
    .list(resources.promises)
    .filter(promise =>
      recordsOf(at(promise.spec, 'requiredPromises')).some(
        required => required.name === name,
      ),
    )
    .map(({ metadata }) => metadata.name);
}
