// Step 6 of 7 of the tour in ARCHITECTURE.md.
// Before: plugins/scaffolder-backend-module-kratix/src/actions/apply/applyAction.ts
// Next: plugins/kratix-backend/src/routes/getRequest.ts
import { findCondition, type Condition } from '../condition';
import { derivePhaseDetails } from './derivePhaseDetails';
import { deriveFlags } from './derivePhaseFlags';
import type { Phase, PhaseReport } from './phase';
import type { PhaseContext } from './phaseContext';
import {
  isPromiseUnavailable,
  isQueued,
  isUnschedulable,
  isWriteFailing,
} from './phaseSigns';
import type { ResourceRequest } from '../resourceRequest';
import { kratixLabels } from '../../names/keys';

/**
 * Step 6 of 7: where a request is on its way, by the rules of kratix-domain 2.5, numbered as there. The
 * first rule that applies wins. `Ready` means that every pipeline succeeded and every Work found a
 * Destination; it does not mean that files are written, applied or healthy.
 * @public
 */
export function derivePhase(
  request: ResourceRequest,
  context: PhaseContext = {},
): PhaseReport {
  const phase = choosePhase(request, context);
  return {
    phase,
    ...derivePhaseDetails(phase, request, context),
    flags: deriveFlags(request, context),
  };
}

function choosePhase(request: ResourceRequest, context: PhaseContext): Phase {
  const { labels, status } = request;
  const reconciled = findCondition(status.conditions, 'Reconciled');
  if (request.deletedAt) {
    return chooseDeletionPhase(request); // 1
  }
  if (labels[kratixLabels.dryRun] === 'true') {
    return 'DryRun'; // 2
  }
  if (
    labels[kratixLabels.paused] === 'true' ||
    reconciled?.reason === 'PausedReconciliation'
  ) {
    return 'Paused'; // 3
  }
  if (
    isPromiseUnavailable(request, context) &&
    !isSettled(request, reconciled)
  ) {
    return 'WaitingForPromise'; // 4
  }
  if (labels[kratixLabels.workflowSuspended] === 'true') {
    return 'Suspended'; // 5
  }
  if (isQueued(request)) {
    return 'Running'; // 6
  }
  return chooseWorkflowPhase(request, context);
}

function isSettled(
  request: ResourceRequest,
  reconciled: Condition | undefined,
): boolean {
  return reconciled?.status === 'True' && isObserved(request);
}

function isObserved({ generation, status }: ResourceRequest): boolean {
  return status.observedGeneration === generation;
}

function chooseDeletionPhase({ status }: ResourceRequest): Phase {
  const reason = findCondition(
    status.conditions,
    'DeleteWorkflowCompleted',
  )?.reason;
  if (reason === 'DeleteWorkflowFailed') {
    return 'DeleteFailed';
  }
  return reason === 'DeleteWorkflowSuspended' ? 'DeleteSuspended' : 'Deleting';
}

function chooseWorkflowPhase(
  request: ResourceRequest,
  context: PhaseContext,
): Phase {
  const { status } = request;
  const configured = findCondition(
    status.conditions,
    'ConfigureWorkflowCompleted',
  );
  if (!configured) {
    // 7: a Promise without resource.configure pipelines never gets a condition.
    return status.workflows === 0 && isObserved(request)
      ? chooseHealthPhase(request)
      : 'Pending';
  }
  if (configured.status !== 'True') {
    return chooseUnfinishedPhase(configured, context); // 8
  }
  if (!isObserved(request)) {
    return 'Running'; // 9: of an older generation
  }
  return chooseDeliveryPhase(request, context); // 10
}

function chooseUnfinishedPhase(
  configured: Condition,
  { binding }: PhaseContext,
): Phase {
  if (configured.reason === 'ConfigureWorkflowFailed') {
    return 'Failed';
  }
  const upgrade = findCondition(binding?.conditions ?? [], 'UpgradeSucceeded');
  return upgrade?.status === 'Unknown' && upgrade.reason === 'UpgradeInProgress'
    ? 'Upgrading'
    : 'Running';
}

function chooseDeliveryPhase(
  request: ResourceRequest,
  context: PhaseContext,
): Phase {
  const works = findCondition(request.status.conditions, 'WorksSucceeded');
  if (works?.status === 'True') {
    return chooseHealthPhase(request);
  }
  if (works?.status === 'False') {
    return works.reason === 'WorksMisplaced' ? 'Misplaced' : 'WriteFailed';
  }
  if (!works) {
    return 'Scheduling';
  }
  // The condition cannot move from Unknown to failing (kratix-domain 2.5), so look at the parts themselves.
  if (context.works?.some(isUnschedulable)) {
    return 'Unschedulable';
  }
  return context.workPlacements?.some(isWriteFailing)
    ? 'WriteFailed'
    : 'Scheduling';
}

function chooseHealthPhase({ status }: ResourceRequest): Phase {
  switch (status.health?.state) {
    case 'unhealthy':
      return 'Unhealthy'; // 10b
    case 'degraded':
      return 'Degraded';
    default:
      return 'Ready';
  }
}
