import type { KubeObject } from '../../apiserver/cluster';
import { findCondition } from '../conditions/conditions';
import type { KratixContext } from '../context';
import { at } from '../json/read';
import { requeueMs } from '../settings';
import { commitOf } from './commitOf';
import { isPlatform, applyToPlatform } from './platformApply';
import { recordPlacementEvent } from './recordPlacementEvent';
import { markFailed, markWritten } from './markPlacement';
import { WriteMemory } from './WriteMemory';

/** Writes what is placed to its store, which takes its time, and says how that went. @internal */
export class PlacementWriter {
  readonly #context: KratixContext;
  readonly #memory = new WriteMemory();

  constructor(context: KratixContext) {
    this.#context = context;
  }

  write(placement: KubeObject, destination: KubeObject): number | undefined {
    const commit = commitOf(this.#context.settings, placement);
    // A bucket has no versions to tell (docs/kratix-observed.md 11).
    const versionID = isGit(destination) ? commit : undefined;
    const isNew = !isWritten(placement, versionID);
    const waitMs = isNew ? this.#remainingMs(placement, commit) : 0;
    if (waitMs > 0) {
      return waitMs;
    }
    if (isPlatform(destination)) {
      applyToPlatform(this.#context, placement);
    }
    if (this.#memory.staysMisplaced(placement)) {
      return this.#context.settings.reconciliationIntervalMs;
    }
    this.#memory.remember(placement);
    const after = markWritten(this.#context.cluster, placement, versionID);
    if (isNew) {
      const version = versionID ? ` with versionID: ${versionID}` : '';
      recordPlacementEvent(this.#context, after, {
        type: 'Normal',
        reason: 'WorkloadsWrittenToStateStore',
        note: `successfully written to Destination: ${destination.metadata.name}${version}`,
      });
    }
    return undefined;
  }

  /** Its store does not take it. */
  fail(placement: KubeObject, error: string): number {
    const after = markFailed(this.#context.cluster, placement, error);
    const target = String(at(after.spec, 'targetDestinationName'));
    recordPlacementEvent(this.#context, after, {
      type: 'Warning',
      reason: 'FailedWriteToDestination',
      note: `failed writing to Destination: ${target} with error: ${error}; check kubectl get destination for more info`,
    });
    return requeueMs.normal;
  }

  forget(placement: KubeObject): void {
    this.#memory.forget(placement);
  }

  /** A store takes its time; after a restart it takes it again. */
  #remainingMs({ metadata }: KubeObject, commit: string): number {
    const { cluster, settings } = this.#context;
    return this.#memory.remainingMs(
      `${metadata.uid}/${commit}`,
      cluster.clock.now(),
      settings.writeMs,
    );
  }
}

function isGit({ spec }: KubeObject): boolean {
  return at(spec, 'stateStoreRef', 'kind') === 'GitStateStore';
}

function isWritten(
  { status }: KubeObject,
  versionID: string | undefined,
): boolean {
  return (
    findCondition(status, 'WriteSucceeded')?.status === 'True' &&
    (versionID === undefined || at(status, 'versionID') === versionID)
  );
}
