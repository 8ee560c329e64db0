import { setRequestCondition } from '../conditions/conditions';
import { requestConditions } from '../conditions/requestConditions';
import { expandText, expandValue } from '../behaviour/expand';
import type { KratixContext } from '../context';
import type { Json } from '../json/read';
import { recordOf, recordsOf } from '../json/read';
import type { JobSubject } from '../kubelet/JobSubject';
import { subjectScope } from '../kubelet/subjectScope';
import { changeLabels, changeStatus } from '../status';
import { timestamp } from '../text/time';
import { labels } from '../vocabulary/labels';
import {
  clearSuspension,
  markSuspended,
  workflowsOf,
} from '../workflow/pipelineStatus';
import { isDryRun } from '../workflow/WorkflowRun';
import { willSuspend } from './willSuspend';

/**
 * What the status-writer container does: status.yaml is merged, workflow-control.yaml obeyed, the last
 * pipeline marks the workflow complete (work-creator/cmd/update_status.go). Returns its log.
 * @internal
 */
export function writeStatus(
  context: KratixContext,
  subject: JobSubject,
  nowMs: number,
): readonly string[] {
  const isSuspending = willSuspend(subject);
  const owner = isSuspending
    ? changeLabels(context.cluster, subject.ownerGvr, subject.owner, {
        [labels.workflowSuspended]: 'true',
      })
    : subject.owner;
  changeStatus(context.cluster, subject.ownerGvr, owner, status => {
    const now = timestamp(nowMs);
    mergeStatus(status, incomingStatus(subject, isSuspending), now);
    if (isSuspending) {
      suspend(status, subject, context.cluster.clock.now());
    } else {
      complete(status, subject, now);
    }
    if (isDryRun(owner)) {
      status.message = 'Dry run executed';
    }
  });
  return isSuspending
    ? [
        'Info: workflow-control.yaml is suspending the pipeline execution; will label the object and update its pipeline execution status.',
        `Info: labelled the object with "${labels.workflowSuspended}" label to 'true'.`,
      ]
    : // Otherwise it prints nothing.
      [];
}

/** What a pipeline says of the workflow's end, it says only where it does not suspend it. */
function incomingStatus(subject: JobSubject, isSuspending: boolean): Json {
  const { behaviour, type, action, isLast, pipeline, owner } = subject;
  const isEnd =
    type === 'resource' && action === 'configure' && isLast && !isSuspending;
  const said =
    behaviour.statuses[pipeline] ??
    (isEnd ? behaviour.statuses[''] : undefined);
  if (said) {
    const status = recordOf(expandValue(said, subjectScope(subject)));
    // A Promise keeps nothing else of status.yaml.
    return type === 'promise' ? { message: status.message } : status;
  }
  return isEnd && Object.keys(behaviour.statuses).length === 0
    ? { message: `${owner.kind} ${owner.metadata.name} is set up` }
    : {};
}

function mergeStatus(status: Json, incoming: Json, now: string): void {
  const { conditions, ...rest } = incoming;
  for (const [key, value] of Object.entries(rest)) {
    if (value !== undefined) {
      status[key] = value;
    }
  }
  for (const condition of recordsOf(conditions)) {
    const { type, status: state, reason, message } = condition;
    if (typeof type === 'string') {
      setRequestCondition(
        status,
        {
          type,
          status: state === 'True' || state === 'False' ? state : 'Unknown',
          reason: String(reason ?? ''),
          message: String(message ?? ''),
        },
        now,
      );
    }
  }
}

function suspend(status: Json, subject: JobSubject, nowMs: number): void {
  const { control } = subject.behaviour;
  const retryAfterMs = control?.retryAfterMs;
  markSuspended(status, {
    pipeline: subject.pipeline,
    message: expandText(control?.message ?? '', subjectScope(subject)),
    ...(retryAfterMs !== undefined && {
      nextRetryAt: timestamp(nowMs + retryAfterMs),
    }),
    generation: subject.owner.metadata.generation ?? 1,
  });
}

function complete(status: Json, subject: JobSubject, now: string): void {
  if (subject.isLast) {
    if (status.message === 'Pending') {
      status.message =
        subject.type === 'promise'
          ? 'Promise configured'
          : 'Resource requested';
    }
    delete workflowsOf(status).suspendedGeneration;
    setRequestCondition(status, requestConditions.pipelinesCompleted, now);
  }
  clearSuspension(status, subject.pipeline);
}
