import type { KubeObject } from '../../apiserver/cluster';
import { findCondition, setCondition } from '../conditions/conditions';
import type { KratixContext } from '../context';
import type { Json } from '../json/read';
import { at, recordsOf } from '../json/read';
import { changeStatus } from '../status';
import { timestamp } from '../text/time';
import { resources } from '../vocabulary/resources';
import type { WorkFacts } from './planWorkStatus';
import { planWorkConditions } from './planWorkStatus';

/** Writes how a Work's scheduling stands, and says so once for each change. @internal */
export function writeWorkStatus(
  context: KratixContext,
  work: KubeObject,
  facts: WorkFacts,
): void {
  const { cluster } = context;
  const total = recordsOf(at(work.spec, 'workloadGroups')).length;
  const [schedule, ready] = planWorkConditions(facts);
  const after = changeStatus(cluster, resources.works, work, status => {
    const now = timestamp(cluster.clock.now());
    status.workPlacements = total;
    writeCreated(status, total - facts.unscheduled.length);
    setCondition(status, schedule, now);
    setCondition(status, ready, now);
  });
  const was = findCondition(work.status, 'ScheduleSucceeded');
  if (was?.reason !== schedule.reason || was.status !== schedule.status) {
    announce(context, after, facts);
  }
}

/** Kratix leaves a count of 0 out (`omitempty` in api/v1alpha1/work_types.go). */
function writeCreated(status: Json, created: number): void {
  if (created > 0) {
    status.workPlacementsCreated = created;
  } else {
    delete status.workPlacementsCreated;
  }
}

function announce(
  { events }: KratixContext,
  work: KubeObject,
  facts: WorkFacts,
): void {
  const [schedule] = planWorkConditions(facts);
  if (schedule.reason === 'UnscheduledWorkloads') {
    for (const id of facts.unscheduled) {
      events.record(work, {
        controller: 'Scheduler',
        type: 'Normal',
        reason: 'NoMatchingDestination',
        note: `waiting for a destination with labels for workloadGroup: ${id}`,
      });
    }
    events.record(work, {
      controller: 'WorkController',
      type: 'Normal',
      reason: 'WaitingDestination',
      note: `waiting for destination for workload group: [${facts.unscheduled.join(
        ',',
      )}]`,
    });
    return;
  }
  events.record(work, {
    controller:
      schedule.reason === 'WorkplacementsFailing'
        ? 'WorkController'
        : 'Scheduler',
    type: schedule.status === 'True' ? 'Normal' : 'Warning',
    reason: schedule.reason,
    note: schedule.message,
  });
}
