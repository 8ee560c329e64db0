import type {
  DestinationSummary,
  Readiness,
  StateStoreSummary,
} from '../contracts/delivery';
import {
  findCondition,
  type Condition,
  type Destination,
  type StateStore,
} from '../model';
import { kratixLabels } from '../names/keys';

/**
 * A Destination for a page: who it takes, and whether it can be written to.
 * @public
 */
export function summariseDestination(
  destination: Destination,
): DestinationSummary {
  const { name, labels, path, strictMatchLabels, stateStore } = destination;
  return {
    name,
    labels,
    path,
    isStrict: strictMatchLabels,
    isForPreviews: labels[kratixLabels.dryRun] === 'true',
    ...(stateStore && { store: stateStore }),
    readiness: readReadiness(destination.conditions),
  };
}

/**
 * A state store for a page. That it is ready says that its last check went well, not that writing works now
 * (docs/kratix-observed.md, 35).
 * @public
 */
export function summariseStateStore(store: StateStore): StateStoreSummary {
  const { kind, name, location, branch } = store;
  return {
    kind,
    name,
    location,
    ...(branch && { branch }),
    readiness: readReadiness(store.conditions, store.status),
  };
}

/** Older Kratix has only the word in `status.status`. */
function readReadiness(
  conditions: readonly Condition[],
  status?: string,
): Readiness {
  const ready = findCondition(conditions, 'Ready');
  if (!ready) {
    return { state: status ? fromWord(status) : 'notReported' };
  }
  const { reason, message, lastTransitionTime } = ready;
  return {
    state: ready.status === 'True' ? 'ready' : 'notReady',
    ...(reason && { reason }),
    ...(message && { message }),
    ...(lastTransitionTime && { since: lastTransitionTime }),
  };
}

function fromWord(status: string): Readiness['state'] {
  return status === 'Ready' ? 'ready' : 'notReady';
}
