import type { ClusterEvent, KubeObject } from '../../apiserver/cluster';
import type { PlannedCondition } from '../conditions/conditions';
import { findCondition, setCondition } from '../conditions/conditions';
import type { KratixContext } from '../context';
import type { Reconciler } from '../controller/Controller';
import { isOf, keyOf, ownKey } from '../controller/keys';
import { findByLabels } from '../find';
import { at } from '../json/read';
import { requeueMs } from '../settings';
import { storeOf, writeError } from '../stateStore/storeBehaviour';
import {
  addFinalizers,
  changeStatus,
  hasFinalizer,
  removeFinalizer,
} from '../status';
import { timestamp } from '../text/time';
import { finalizers, labels } from '../vocabulary/labels';
import { resources } from '../vocabulary/resources';
import { planDestination } from './planDestination';

/** Kratix's destination_controller.go. @internal */
export class DestinationReconciler implements Reconciler {
  readonly name = 'destination';
  readonly #context: KratixContext;

  constructor(context: KratixContext) {
    this.#context = context;
  }

  keysOf(event: ClusterEvent): readonly string[] {
    const isStore =
      isOf(event, resources.gitStateStores) ||
      isOf(event, resources.bucketStateStores);
    if (isStore) {
      const { kind, metadata } = event.object;
      return this.#context.cluster
        .list(resources.destinations)
        .filter(
          ({ spec }) =>
            at(spec, 'stateStoreRef', 'kind') === kind &&
            at(spec, 'stateStoreRef', 'name') === metadata.name,
        )
        .map(({ metadata: { name } }) => name);
    }
    if (isOf(event, resources.workPlacements) && event.type === 'DELETED') {
      const target =
        event.object.metadata.labels?.[labels.targetDestinationName];
      return target ? [target] : [];
    }
    return ownKey(event, resources.destinations);
  }

  reconcile(key: string): number | undefined {
    const { cluster } = this.#context;
    const found = cluster.get(resources.destinations, { name: key });
    if (!found) {
      return undefined;
    }
    if (found.metadata.deletionTimestamp) {
      return this.#delete(found);
    }
    const destination = this.#keepFinalizer(found);
    const { label, store } = storeOf(cluster, destination);
    const planned = planDestination({
      storeLabel: label,
      hasStore: store !== undefined,
      isStoreReady: findCondition(store?.status, 'Ready')?.status === 'True',
      writeError: writeError(destination) ?? writeError(store),
      writesTestDocuments:
        at(destination.spec, 'initWorkloads', 'enabled') !== false,
    });
    this.#write(destination, planned);
    return planned.status === 'True' ? undefined : requeueMs.normal;
  }

  #keepFinalizer(destination: KubeObject): KubeObject {
    const { cluster } = this.#context;
    const isWanted = at(destination.spec, 'cleanup') === 'all';
    if (isWanted) {
      return addFinalizers(cluster, resources.destinations, destination, [
        finalizers.destination,
      ]);
    }
    if (hasFinalizer(destination, finalizers.destination)) {
      removeFinalizer(
        cluster,
        resources.destinations,
        destination,
        finalizers.destination,
      );
    }
    return destination;
  }

  #write(destination: KubeObject, planned: PlannedCondition): void {
    const { cluster, events } = this.#context;
    const after = changeStatus(
      cluster,
      resources.destinations,
      destination,
      status => {
        setCondition(status, planned, timestamp(cluster.clock.now()));
      },
    );
    const was = findCondition(destination.status, 'Ready');
    if (was?.status === planned.status && was.reason === planned.reason) {
      return;
    }
    const isReady = planned.status === 'True';
    events.record(after, {
      controller: 'DestinationController',
      type: isReady ? 'Normal' : 'Warning',
      reason: isReady ? 'DestinationReady' : 'DestinationNotReady',
      note: isReady ? 'Destination is Ready' : planned.message,
    });
  }

  #delete(destination: KubeObject): number | undefined {
    const { cluster } = this.#context;
    if (!hasFinalizer(destination, finalizers.destination)) {
      return undefined;
    }
    const placements = findByLabels(cluster, resources.workPlacements, {
      labels: { [labels.targetDestinationName]: destination.metadata.name },
    });
    for (const placement of placements) {
      cluster.delete(resources.workPlacements, keyOf(placement));
    }
    if (placements.length === 0) {
      removeFinalizer(
        cluster,
        resources.destinations,
        destination,
        finalizers.destination,
      );
      return undefined;
    }
    return requeueMs.normal;
  }
}
