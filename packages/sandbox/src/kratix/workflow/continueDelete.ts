import { setRequestCondition } from '../conditions/conditions';
import { requestConditions } from '../conditions/requestConditions';
import type { KratixContext } from '../context';
import { requeueMs } from '../settings';
import { changeStatus, removeFinalizer } from '../status';
import { finalizers } from '../vocabulary/labels';
import { runDelete } from './runDelete';
import { controllerOf, type WorkflowRun } from './WorkflowRun';

/** One step of the delete workflow of a Promise or a request, and what its owner says of it. @internal */
export function continueDelete(
  context: KratixContext,
  run: WorkflowRun,
  now: string,
): number | undefined {
  switch (runDelete(context, run, now)) {
    case 'done':
      removeFinalizer(
        context.cluster,
        run.ownerGvr,
        run.owner,
        finalizers.deleteWorkflows,
      );
      return undefined;
    case 'waiting':
      return requeueMs.normal;
    case 'failed':
      reportFailure(context, run, now);
      return requeueMs.slow;
  }
}

function reportFailure(
  { cluster, events }: KratixContext,
  run: WorkflowRun,
  now: string,
): void {
  changeStatus(cluster, run.ownerGvr, run.owner, status => {
    setRequestCondition(status, requestConditions.deleteFailed, now);
  });
  events.record(run.owner, {
    controller: controllerOf(run),
    type: 'Warning',
    // With a space, as Kratix writes it.
    reason: 'Failed Pipeline',
    note: 'The Delete Pipeline has failed',
  });
}
