import type { ClusterEvent, KubeObject } from '../../apiserver/cluster';
import { findCondition } from '../conditions/conditions';
import type { KratixContext } from '../context';
import type { Reconciler } from '../controller/Controller';
import { fromKey } from '../controller/keys';
import { at, textOf } from '../json/read';
import { requeueMs } from '../settings';
import { storeOf, writeError } from '../stateStore/storeBehaviour';
import { addFinalizers, changeObject } from '../status';
import { finalizers } from '../vocabulary/labels';
import { resources } from '../vocabulary/resources';
import { placementKeysOf } from './placementKeys';
import { PlacementWriter } from './PlacementWriter';
import { isPlatform, pruneFromPlatform } from './platformApply';
import { recordPlacementEvent } from './recordPlacementEvent';

/** Kratix's workplacement_controller.go: files go to the store of a Destination. @internal */
export class PlacementReconciler implements Reconciler {
  readonly name = 'work-placement';
  readonly #context: KratixContext;
  readonly #writer: PlacementWriter;

  constructor(context: KratixContext) {
    this.#context = context;
    this.#writer = new PlacementWriter(context);
  }

  keysOf(event: ClusterEvent): readonly string[] {
    return placementKeysOf(this.#context, event);
  }

  reconcile(key: string): number | undefined {
    const { cluster } = this.#context;
    const placement = cluster.get(resources.workPlacements, fromKey(key));
    const target = textOf(at(placement?.spec, 'targetDestinationName')) ?? '';
    if (!placement) {
      return undefined;
    }
    const destination = cluster.get(resources.destinations, { name: target });
    if (!destination) {
      this.#release(placement);
      return undefined;
    }
    const { store } = storeOf(cluster, destination);
    if (findCondition(store?.status, 'Ready')?.status !== 'True') {
      return requeueMs.normal;
    }
    const error = writeError(destination) ?? writeError(store);
    if (placement.metadata.deletionTimestamp) {
      return this.#delete(placement, destination, error);
    }
    const kept = addFinalizers(cluster, resources.workPlacements, placement, [
      finalizers.repository,
      ...(at(destination.spec, 'filepath', 'mode') === 'none'
        ? [finalizers.dotFiles]
        : []),
    ]);
    return error === undefined
      ? this.#writer.write(kept, destination)
      : this.#writer.fail(kept, error);
  }

  #delete(
    placement: KubeObject,
    destination: KubeObject,
    error: string | undefined,
  ): number | undefined {
    if (error !== undefined) {
      recordPlacementEvent(this.#context, placement, {
        type: 'Warning',
        reason: 'FailedDeleteFilesFromRepository',
        note: `failed deleting files from repository: ${error}`,
      });
      return requeueMs.normal;
    }
    if (isPlatform(destination)) {
      pruneFromPlatform(this.#context, placement);
    }
    this.#release(placement);
    return undefined;
  }

  #release(placement: KubeObject): void {
    this.#writer.forget(placement);
    changeObject(
      this.#context.cluster,
      resources.workPlacements,
      placement,
      draft => {
        draft.metadata.finalizers = (draft.metadata.finalizers ?? []).filter(
          each =>
            each !== finalizers.repository && each !== finalizers.dotFiles,
        );
      },
    );
  }
}
