import type { KubeObject } from '../../apiserver/cluster';
import type { KratixContext } from '../context';
import { changeLabels, changeStatus, hasLabel } from '../status';
import { millisecondsOf } from '../text/time';
import { labels } from '../vocabulary/labels';
import {
  findNextRetryAt,
  resetPipelines,
  suspendedGeneration,
} from './pipelineStatus';
import type { WorkflowRun } from './WorkflowRun';
import { controllerOf } from './WorkflowRun';

/** What Kratix does about a workflow that is suspended (its `reconcileSuspendedWorkflow`). @internal */
export type Hold =
  | { kind: 'none' }
  /** Something was changed; its event brings the next look. */
  | { kind: 'changed' }
  | { kind: 'held'; owner: KubeObject; retryInMs?: number };

/** @internal */
export function holdSuspended(
  context: KratixContext,
  run: WorkflowRun,
  options: { now: string; canRestart: boolean },
): Hold {
  const { cluster, events } = context;
  const { owner, ownerGvr } = run;
  if (!hasLabel(owner, labels.workflowSuspended)) {
    return { kind: 'none' };
  }
  if (options.canRestart && mustRestart(owner)) {
    const relabelled = changeLabels(cluster, ownerGvr, owner, {
      [labels.runFromStart]: 'true',
      [labels.workflowSuspended]: undefined,
    });
    changeStatus(cluster, ownerGvr, relabelled, status =>
      resetPipelines(
        status,
        run.pipelines.map(({ name }) => name),
        options.now,
      ),
    );
    return { kind: 'changed' };
  }
  const retryMs = millisecondsOf(findNextRetryAt(owner.status));
  if (retryMs !== undefined && retryMs <= cluster.clock.now()) {
    changeLabels(cluster, ownerGvr, owner, {
      [labels.workflowSuspended]: undefined,
    });
    return { kind: 'changed' };
  }
  events.record(owner, {
    controller: controllerOf(run),
    type: 'Warning',
    reason: 'WorkflowSuspended',
    note: `'${labels.workflowSuspended}' label set to 'true' for ${
      run.type === 'promise' ? 'promise' : 'resource request'
    }; skipping reconciliation`,
  });
  return {
    kind: 'held',
    owner,
    ...(retryMs !== undefined && { retryInMs: retryMs - cluster.clock.now() }),
  };
}

/** A person asked for a run, or changed what was suspended. */
function mustRestart(owner: KubeObject): boolean {
  const generation = suspendedGeneration(owner.status);
  return (
    hasLabel(owner, labels.manualReconciliation) ||
    (generation !== 0 && (owner.metadata.generation ?? 0) > generation)
  );
}
