import type { KubeObject } from '../cluster';
import { child, items, statuses, text } from './readCell';

/** @internal */
export function podReady(pod: KubeObject): string {
  const ready = statuses(pod, 'containerStatuses').filter(
    status => status.ready === true,
  );
  return `${ready.length}/${items(child(pod, 'spec').containers).length}`;
}

/** The pod's phase, or what its containers say about it. @internal */
export function podStatus(pod: KubeObject): string {
  if (pod.metadata.deletionTimestamp) {
    return 'Terminating';
  }
  const inits = statuses(pod, 'initContainerStatuses');
  const unfinished = inits.findIndex(
    status => child(child(status, 'state'), 'terminated').exitCode !== 0,
  );
  if (unfinished >= 0) {
    const state = child(inits[unfinished] ?? {}, 'state');
    const reason =
      text(child(state, 'terminated').reason) ||
      text(child(state, 'waiting').reason);
    const total = items(child(pod, 'spec').initContainers).length;
    return reason && reason !== 'PodInitializing'
      ? `Init:${reason}`
      : `Init:${unfinished}/${total}`;
  }
  const reasons = statuses(pod, 'containerStatuses')
    .map(status => child(status, 'state'))
    .map(
      state =>
        text(child(state, 'waiting').reason) ||
        text(child(state, 'terminated').reason),
    );
  const status = child(pod, 'status');
  return (
    reasons.find(reason => reason !== '') ||
    text(status.reason) ||
    text(status.phase)
  );
}
