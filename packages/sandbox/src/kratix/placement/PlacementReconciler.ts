import type { ClusterEvent, KubeObject } from '../../apiserver/cluster';
import { findCondition, setCondition } from '../conditions/conditions';
import type { KratixContext } from '../context';
import { seededHex } from '../context';
import type { Reconciler } from '../controller/Controller';
import { fromKey } from '../controller/keys';
import { at, textOf } from '../json/read';
import { requeueMs } from '../settings';
import { storeOf, writeError } from '../stateStore/storeBehaviour';
import { addFinalizers, changeObject, changeStatus } from '../status';
import { timestamp } from '../text/time';
import { finalizers } from '../vocabulary/labels';
import { resources } from '../vocabulary/resources';
import { placementConditions } from './placementConditions';
import { placementKeysOf } from './placementKeys';
import {
  applyToPlatform,
  isPlatform,
  pruneFromPlatform,
} from './platformApply';
import { WriteMemory } from './WriteMemory';

const controller = 'WorkPlacementController';

/** Kratix's workplacement_controller.go: files go to the store of a Destination. @internal */
export class PlacementReconciler implements Reconciler {
  readonly name = 'work-placement';
  readonly #context: KratixContext;
  readonly #memory = new WriteMemory();

  constructor(context: KratixContext) {
    this.#context = context;
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
      ? this.#write(kept, destination)
      : this.#failWrite(kept, error);
  }

  #write(placement: KubeObject, destination: KubeObject): number | undefined {
    const isGit =
      at(destination.spec, 'stateStoreRef', 'kind') === 'GitStateStore';
    const versionID = this.#versionOf(placement);
    const isWritten =
      findCondition(placement.status, 'WriteSucceeded')?.status === 'True' &&
      (!isGit || at(placement.status, 'versionID') === versionID);
    if (!isWritten) {
      const waitMs = this.#remainingMs(placement, versionID);
      if (waitMs > 0) {
        return waitMs;
      }
    }
    if (isPlatform(destination)) {
      applyToPlatform(this.#context, placement);
    }
    const { cluster, events, settings } = this.#context;
    if (this.#memory.staysMisplaced(placement)) {
      return settings.reconciliationIntervalMs;
    }
    this.#memory.remember(placement);
    const after = changeStatus(
      cluster,
      resources.workPlacements,
      placement,
      status => {
        const now = timestamp(cluster.clock.now());
        if (isGit) {
          status.versionID = versionID;
        }
        setCondition(status, placementConditions.written, now);
        if (findCondition(status, 'ScheduleSucceeded')?.status !== 'False') {
          setCondition(status, placementConditions.ready, now);
        }
      },
    );
    if (!isWritten) {
      const target = destination.metadata.name;
      events.record(after, {
        controller,
        type: 'Normal',
        reason: 'WorkloadsWrittenToStateStore',
        note: `successfully written to Destination: ${target}${
          isGit ? ` with versionID: ${versionID}` : ''
        }`,
      });
    }
    return undefined;
  }

  #failWrite(placement: KubeObject, error: string): number {
    const { cluster, events } = this.#context;
    const after = changeStatus(
      cluster,
      resources.workPlacements,
      placement,
      status => {
        const now = timestamp(cluster.clock.now());
        setCondition(
          status,
          { ...placementConditions.writeFailed, message: error },
          now,
        );
        setCondition(status, placementConditions.failing, now);
      },
    );
    events.record(after, {
      controller,
      type: 'Warning',
      reason: 'FailedWriteToDestination',
      note: `failed writing to Destination: ${String(
        at(after.spec, 'targetDestinationName'),
      )} with error: ${error}; check kubectl get destination for more info`,
    });
    return requeueMs.normal;
  }

  #delete(
    placement: KubeObject,
    destination: KubeObject,
    error: string | undefined,
  ): number | undefined {
    if (error !== undefined) {
      this.#context.events.record(placement, {
        controller,
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
    this.#memory.forget(placement);
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

  /** A store takes its time; after a restart it takes it again. */
  #remainingMs(placement: KubeObject, versionID: string): number {
    const { cluster, settings } = this.#context;
    return this.#memory.remainingMs(
      `${placement.metadata.uid}/${versionID}`,
      cluster.clock.now(),
      settings.writeMs,
    );
  }

  /** What looks like the commit of these files. */
  #versionOf({ metadata, spec }: KubeObject): string {
    const parts = [metadata.name, JSON.stringify(at(spec, 'workloads'))];
    const { settings } = this.#context;
    return `${seededHex(settings, 'commit', ...parts)}${seededHex(
      settings,
      'commit-tail',
      ...parts,
    )}`.slice(0, 40);
  }
}
