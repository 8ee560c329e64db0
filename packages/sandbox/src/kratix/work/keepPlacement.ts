import type { KubeObject } from '../../apiserver/cluster';
import { findCondition, setCondition } from '../conditions/conditions';
import type { KratixContext } from '../context';
import type { Json } from '../json/read';
import { at, textOf } from '../json/read';
import { changeObject, changeStatus } from '../status';
import { timestamp } from '../text/time';
import { finalizers, labels } from '../vocabulary/labels';
import { platformApiVersion, resources } from '../vocabulary/resources';

/** @internal */
export interface PlacementOptions {
  group: Json;
  id: string;
  destination: string;
  isMisplaced: boolean;
}

/** Creates or updates the WorkPlacement of a group at a Destination, with its scheduling status. @internal */
export function keepPlacement(
  context: KratixContext,
  work: KubeObject,
  options: PlacementOptions,
): void {
  const { cluster, events } = context;
  const { namespace } = work.metadata;
  const name = `${work.metadata.name}.${options.destination}-${options.id.slice(
    0,
    5,
  )}`;
  const existing = cluster.get(resources.workPlacements, { namespace, name });
  const spec = specOf(work, options);
  const labelled = labelsOf(work, options);
  const kept = existing
    ? changeObject(cluster, resources.workPlacements, existing, draft => {
        draft.spec = spec;
        draft.metadata.annotations = annotationsOf(work, draft);
        // Kratix never takes the misplaced label away from a request's placement.
        draft.metadata.labels = { ...draft.metadata.labels, ...labelled };
      })
    : cluster.create(resources.workPlacements, {
        apiVersion: platformApiVersion,
        kind: 'WorkPlacement',
        metadata: {
          name,
          namespace,
          labels: labelled,
          annotations: annotationsOf(work),
          finalizers: [finalizers.repository],
          ownerReferences: [
            {
              apiVersion: work.apiVersion,
              kind: work.kind,
              name: work.metadata.name,
              uid: work.metadata.uid,
              controller: true,
              blockOwnerDeletion: true,
            },
          ],
        },
        spec,
      });
  writeSchedule(context, kept, options.isMisplaced);
  if (!existing) {
    events.record(work, {
      controller: 'Scheduler',
      type: 'Normal',
      reason: 'WorkplacementReconciled',
      note: `workplacement reconciled: ${name}, operation: created`,
    });
  }
}

function specOf(
  work: KubeObject,
  { group, id, destination }: PlacementOptions,
): Json {
  const resourceName = textOf(at(work.spec, 'resourceName'));
  return {
    targetDestinationName: destination,
    promiseName: textOf(at(work.spec, 'promiseName')),
    ...(resourceName && { resourceName }),
    id,
    generation: work.metadata.generation ?? 1,
    workloads: group.workloads,
  };
}

/** A Work's own (work_controller.go `buildWorkPlacementAnnotations`). */
function annotationsOf(
  work: KubeObject,
  placement?: KubeObject,
): Record<string, string> | undefined {
  return work.metadata.annotations || placement?.metadata.annotations
    ? { ...placement?.metadata.annotations, ...work.metadata.annotations }
    : undefined;
}

function labelsOf(
  work: KubeObject,
  { id, destination, isMisplaced }: PlacementOptions,
): Record<string, string> {
  return {
    [labels.work]: work.metadata.name,
    [labels.workloadGroupId]: id,
    [labels.targetDestinationName]: destination,
    [labels.pipelineName]: work.metadata.labels?.[labels.pipelineName] ?? '',
    ...(isMisplaced && { [labels.misplaced]: 'true' }),
  };
}

function writeSchedule(
  { cluster, events }: KratixContext,
  placement: KubeObject,
  isMisplaced: boolean,
): void {
  const now = timestamp(cluster.clock.now());
  const after = changeStatus(
    cluster,
    resources.workPlacements,
    placement,
    status => {
      if (isMisplaced) {
        setCondition(status, misplaced.ready, now);
        setCondition(status, misplaced.schedule, now);
        return;
      }
      const isNews = setCondition(status, scheduled, now);
      const written =
        findCondition(status, 'WriteSucceeded')?.status === 'True';
      if (isNews && !written) {
        setCondition(status, pending, now);
      }
    },
  );
  if (
    isMisplaced &&
    after.metadata.resourceVersion !== placement.metadata.resourceVersion
  ) {
    events.record(after, {
      controller: 'Scheduler',
      type: 'Warning',
      reason: 'DestinationSelectorMismatch',
      note: `labels for destination: ${String(
        at(after.spec, 'targetDestinationName'),
      )} no longer match the expected labels, marking this workplacement as misplaced`,
    });
  }
}

const scheduled = {
  type: 'ScheduleSucceeded',
  status: 'True',
  reason: 'ScheduledToDestination',
  message: 'Scheduled to correct Destination',
} as const;

const pending = {
  type: 'Ready',
  status: 'False',
  reason: 'ScheduledToDestination',
  message: 'Pending',
} as const;

const misplaced = {
  ready: {
    type: 'Ready',
    status: 'False',
    reason: 'Misplaced',
    message: 'Misplaced',
  },
  schedule: {
    type: 'ScheduleSucceeded',
    status: 'False',
    reason: 'DestinationSelectorMismatch',
    message: 'Target destination no longer matches destinationSelectors',
  },
} as const;
