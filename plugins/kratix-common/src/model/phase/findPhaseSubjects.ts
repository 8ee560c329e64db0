import { findCondition } from '../condition';
import type { Work, WorkloadGroup, WorkPlacement } from '../delivery';
import type { Phase } from './phase';
import type { PhaseContext } from './phaseContext';
import { isUnschedulable, isWriteFailing } from './phaseSigns';
import type { PipelineStatus } from '../pipelineStatus';
import { missingRequirements } from '../missingRequirements';
import type { ResourceRequest } from '../resourceRequest';

/**
 * What a phase may be told from, beside the request.
 * @internal
 */
export interface PhaseEvidence {
  readonly context: PhaseContext;
  /** The pipeline that the phase is about. */
  readonly pipeline: PipelineStatus | undefined;
}

/**
 * Names of what is missing or in the way in a phase, for its sentence and its links.
 * @internal
 */
export function findPhaseSubjects(
  phase: Phase,
  request: ResourceRequest,
  { context, pipeline }: PhaseEvidence,
): readonly string[] {
  switch (phase) {
    case 'Failed':
    case 'Suspended':
    case 'DeleteFailed':
    case 'DeleteSuspended':
      return pipeline ? [pipeline.name] : [];
    case 'WaitingForPromise':
      return findMissingPromises(context);
    case 'Unschedulable':
      return findUnmetSelectors(context);
    case 'Misplaced':
      return destinationsOf(context, isMisplaced);
    case 'WriteFailed':
      return destinationsOf(context, isWriteFailing);
    case 'Unhealthy':
    case 'Degraded':
      return findBadHealthRecords(request);
    default:
      return [];
  }
}

function findMissingPromises({ promise }: PhaseContext): string[] {
  return missingRequirements(promise ?? { requiredPromises: [] }).map(
    ({ name, version }) => [name, version].filter(Boolean).join(' '),
  );
}

/** The labels that no Destination has, or the Works where nothing is asked for and still nothing fits. */
function findUnmetSelectors({
  works = [],
  workPlacements = [],
}: PhaseContext): string[] {
  const stuck = works.filter(isUnschedulable);
  const labels = stuck
    .flatMap(work =>
      work.groups.filter(({ id }) => !isPlaced(work, id, workPlacements)),
    )
    .flatMap(({ destinationSelectors }) =>
      Object.entries(mergeSelectors(destinationSelectors)),
    )
    .map(([key, value]) => `${key}=${value}`);
  return [
    ...new Set(labels.length > 0 ? labels : stuck.map(work => work.name)),
  ];
}

/** One Work can have parts that found their place beside those that did not. */
function isPlaced(
  work: Work,
  groupId: string,
  workPlacements: readonly WorkPlacement[],
): boolean {
  return workPlacements.some(
    placement =>
      placement.workName === work.name && placement.groupId === groupId,
  );
}

/** From the weakest to the one that wins, key by key (kratix-domain 4, scheduling). */
const selectorSources = ['resource-workflow', 'promise-workflow', 'promise'];

function mergeSelectors(
  selectors: WorkloadGroup['destinationSelectors'],
): Record<string, string> {
  const rank = (source = '') => selectorSources.indexOf(source);
  return Object.assign(
    {},
    ...[...selectors]
      .sort((one, other) => rank(one.source) - rank(other.source))
      .map(({ matchLabels }) => matchLabels),
  );
}

function destinationsOf(
  { workPlacements = [] }: PhaseContext,
  isConcerned: (placement: WorkPlacement) => boolean,
): string[] {
  return [
    ...new Set(
      workPlacements
        .filter(isConcerned)
        .map(placement => placement.destinationName)
        .filter(Boolean),
    ),
  ];
}

function isMisplaced({ conditions }: WorkPlacement): boolean {
  const scheduled = findCondition(conditions, 'ScheduleSucceeded');
  return (
    scheduled?.status === 'False' &&
    scheduled.reason === 'DestinationSelectorMismatch'
  );
}

function findBadHealthRecords({ status }: ResourceRequest): string[] {
  return (status.health?.records ?? [])
    .filter(({ state }) => state === 'unhealthy' || state === 'degraded')
    .flatMap(({ name }) => (name ? [name] : []));
}
