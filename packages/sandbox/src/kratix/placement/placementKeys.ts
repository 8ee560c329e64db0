import type { ClusterEvent } from '../../apiserver/cluster';
import type { KratixContext } from '../context';
import {
  isOf,
  isSpecOrMetadataChange,
  keyOf,
  ownKey,
  toKey,
} from '../controller/keys';
import { findByLabels } from '../find';
import { storeOf } from '../stateStore/storeBehaviour';
import { labels } from '../vocabulary/labels';
import { resources } from '../vocabulary/resources';

/** The WorkPlacements that an event concerns: itself, or all of a Destination or store. @internal */
export function placementKeysOf(
  context: KratixContext,
  event: ClusterEvent,
): readonly string[] {
  const { cluster } = context;
  if (isOf(event, resources.destinations)) {
    return atDestination(context, event.object.metadata.name);
  }
  const isStore =
    isOf(event, resources.gitStateStores) ||
    isOf(event, resources.bucketStateStores);
  if (isStore) {
    const label = `${event.object.kind}/${event.object.metadata.name}`;
    return cluster
      .list(resources.destinations)
      .filter(destination => storeOf(cluster, destination).label === label)
      .flatMap(({ metadata }) => atDestination(context, metadata.name));
  }
  return isSpecOrMetadataChange(event)
    ? ownKey(event, resources.workPlacements)
    : [];
}

function atDestination(
  { cluster }: KratixContext,
  name: string,
): readonly string[] {
  return findByLabels(cluster, resources.workPlacements, {
    labels: { [labels.targetDestinationName]: name },
  }).map(placement => toKey(keyOf(placement)));
}
