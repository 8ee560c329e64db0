import type { KubeObject } from '../../apiserver/cluster';
import type { KratixContext } from '../context';
import { findByLabels } from '../find';
import { at } from '../json/read';
import { millisecondsOf } from '../text/time';
import { labels } from '../vocabulary/labels';
import { resources } from '../vocabulary/resources';
import type { JobSubject } from './JobSubject';

/** The Pods of a Job. @internal */
export function podsOf(
  { cluster }: KratixContext,
  job: KubeObject,
): readonly KubeObject[] {
  return findByLabels(cluster, resources.pods, {
    namespace: job.metadata.namespace,
    labels: { 'batch.kubernetes.io/job-name': job.metadata.name },
  });
}

/** With restartPolicy Never a new Pod follows a failed one after a while. @internal */
export function podBackoffMs(
  { cluster, settings }: KratixContext,
  failed: readonly KubeObject[],
): number {
  if (failed.length === 0) {
    return 0;
  }
  const last = Math.max(
    ...failed.map(pod => millisecondsOf(at(pod.status, 'startTime')) ?? 0),
  );
  const backoffMs = settings.crashBackoffMs * 2 ** (failed.length - 1);
  return Math.max(0, last + backoffMs - cluster.clock.now());
}

/** All Jobs of the same owner, this one included. @internal */
export function siblingJobs(
  { cluster }: KratixContext,
  { job, type, owner }: JobSubject,
): readonly KubeObject[] {
  return findByLabels(cluster, resources.jobs, {
    namespace: job.metadata.namespace,
    labels: {
      [labels.workflowType]: type,
      [labels.promiseName]: job.metadata.labels?.[labels.promiseName] ?? '',
      ...(type === 'resource' && {
        [labels.resourceName]: owner.metadata.name,
      }),
    },
  });
}
