import type { KubeObject } from '../../apiserver/cluster';
import { findCondition, setCondition } from '../conditions/conditions';
import type { KratixContext } from '../context';
import { changeStatus } from '../status';
import { timestamp } from '../text/time';
import { resources } from '../vocabulary/resources';
import { placementConditions } from './placementConditions';

/** Its files are in the store. One that nobody would schedule there now is not ready for it. @internal */
export function markWritten(
  cluster: KratixContext['cluster'],
  placement: KubeObject,
  versionID: string | undefined,
): KubeObject {
  return mark(cluster, placement, (status, now) => {
    if (versionID !== undefined) {
      status.versionID = versionID;
    }
    setCondition(status, placementConditions.written, now);
    if (findCondition(status, 'ScheduleSucceeded')?.status !== 'False') {
      setCondition(status, placementConditions.ready, now);
    }
  });
}

/** The store did not take them. @internal */
export function markFailed(
  cluster: KratixContext['cluster'],
  placement: KubeObject,
  message: string,
): KubeObject {
  return mark(cluster, placement, (status, now) => {
    setCondition(status, { ...placementConditions.writeFailed, message }, now);
    setCondition(status, placementConditions.failing, now);
  });
}

function mark(
  cluster: KratixContext['cluster'],
  placement: KubeObject,
  change: (status: Record<string, unknown>, now: string) => void,
): KubeObject {
  return changeStatus(cluster, resources.workPlacements, placement, status =>
    change(status, timestamp(cluster.clock.now())),
  );
}
