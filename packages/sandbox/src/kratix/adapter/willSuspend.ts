import type { JobSubject } from '../kubelet/JobSubject';
import { pipelinesOf } from '../workflow/pipelines';

/** True when this run's pipeline leaves a workflow-control.yaml that stops the workflow. @internal */
export function willSuspend(subject: JobSubject): boolean {
  const { control } = subject.behaviour;
  if (!control || subject.earlierRuns >= control.times) {
    return false;
  }
  return control.pipeline === undefined
    ? isUsual(subject)
    : control.pipeline === subject.pipeline;
}

/** True for the pipeline that is meant when a behaviour names none: the first that sets up a request. @internal */
export function isUsual({
  type,
  action,
  promise,
  pipeline,
}: JobSubject): boolean {
  return (
    type === 'resource' &&
    action === 'configure' &&
    pipelinesOf(promise?.spec, type, action)[0]?.name === pipeline
  );
}
