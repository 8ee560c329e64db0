import type { KubeObject } from '../../apiserver/cluster';
import type { DirectorySelector } from '../behaviour/behaviour';
import { expandText } from '../behaviour/expand';
import type { KratixContext } from '../context';
import { seededHex } from '../context';
import { keyOf } from '../controller/keys';
import { findByLabels } from '../find';
import { at, recordsOf, textOf } from '../json/read';
import type { JobSubject } from '../kubelet/JobSubject';
import { subjectScope } from '../kubelet/subjectScope';
import { suffixedName } from '../text/names';
import { timestamp } from '../text/time';
import { labels } from '../vocabulary/labels';
import { platformApiVersion, resources } from '../vocabulary/resources';
import { keepPlacement } from '../work/keepPlacement';
import { promiseSelectors } from '../work/selectors';
import { outputFiles } from './outputFiles';
import { willSuspend } from './willSuspend';
import { buildWorkloadGroups } from './workloadGroups';

/** What the work-writer container does: the pipeline's output becomes a Work. Returns its log. @internal */
export function writeWork(
  context: KratixContext,
  subject: JobSubject,
  nowMs: number,
): readonly string[] {
  if (willSuspend(subject)) {
    return ['INFO\twork-creator\tworkflow is suspended; no Work is written'];
  }
  const workloadGroups = buildWorkloadGroups({
    files: outputFiles(subject),
    promiseSelectors: promiseSelectors(subject.promise?.spec),
    directorySelectors: directorySelectors(subject),
    source: `${subject.type}-workflow`,
  });
  const namespace = subject.job.metadata.namespace ?? 'default';
  const workLabels = labelsOf(subject);
  const spec = {
    promiseName: subject.promiseName,
    ...(subject.type === 'resource' && {
      resourceName: subject.owner.metadata.name,
    }),
    lastExecutionTimestamp: timestamp(nowMs),
    workloadGroups,
  };
  const [existing] = findByLabels(context.cluster, resources.works, {
    namespace,
    labels: workLabels,
  });
  if (existing) {
    context.cluster.mutate(resources.works, keyOf(existing), draft => {
      draft.spec = spec;
    });
    return [logLine('Work updated', subject, existing, nowMs)];
  }
  const name = workName(context, subject);
  const work = context.cluster.create(resources.works, {
    apiVersion: platformApiVersion,
    kind: 'Work',
    metadata: { name, namespace, labels: workLabels },
    spec,
  });
  placeWhereSaid(context, subject, work);
  return [logLine('Work created', subject, work, nowMs)];
}

/** As Kratix's logger prints it (work-creator/lib/work_creator.go). */
function logLine(
  said: string,
  { promiseName, pipeline, owner, type }: JobSubject,
  work: KubeObject,
  nowMs: number,
): string {
  const values = {
    namespace: work.metadata.namespace,
    ...(type === 'resource' && { resourceName: owner.metadata.name }),
    promiseName,
    pipelineName: pipeline,
    workName: work.metadata.name,
  };
  return [
    timestamp(nowMs),
    'INFO',
    'work-creator',
    said,
    JSON.stringify(values),
  ].join('\t');
}

function directorySelectors(subject: JobSubject): readonly DirectorySelector[] {
  const scope = subjectScope(subject);
  return subject.behaviour.destinationSelectors.map(
    ({ directory, matchLabels }) => ({
      directory,
      matchLabels: Object.fromEntries(
        Object.entries(matchLabels).map(([key, value]) => [
          key,
          expandText(value, scope),
        ]),
      ),
    }),
  );
}

/** The scheduler finds it placed already, and leaves it there. */
function placeWhereSaid(
  context: KratixContext,
  { behaviour, type }: JobSubject,
  work: KubeObject,
): void {
  const destination = behaviour.placedOn;
  if (destination === undefined || type !== 'resource') {
    return;
  }
  for (const group of recordsOf(at(work.spec, 'workloadGroups'))) {
    keepPlacement(context, work, {
      group,
      id: textOf(group.id) ?? '',
      destination,
      isMisplaced: false,
    });
  }
}

function workName({ settings }: KratixContext, subject: JobSubject): string {
  const { promiseName, pipeline, job, owner } = subject;
  const resourceNamespace = job.metadata.labels?.[labels.resourceNamespace];
  const parts =
    subject.type === 'promise'
      ? [promiseName, pipeline]
      : [
          promiseName,
          owner.metadata.name,
          ...(resourceNamespace ? [resourceNamespace] : []),
          pipeline,
        ];
  return suffixedName(
    parts.join('-'),
    seededHex(settings, 'work', job.metadata.name).slice(0, 5),
  );
}

function labelsOf({
  job,
  owner,
  pipeline,
  promiseName,
  type,
}: JobSubject): Record<string, string> {
  const resourceNamespace = job.metadata.labels?.[labels.resourceNamespace];
  return {
    [labels.promiseName]: promiseName,
    [labels.workType]: type,
    [labels.pipelineName]: pipeline,
    ...(type === 'resource' && { [labels.resourceName]: owner.metadata.name }),
    ...(resourceNamespace && { [labels.resourceNamespace]: resourceNamespace }),
    ...(type === 'resource' &&
      owner.metadata.labels?.[labels.dryRun] === 'true' && {
        [labels.dryRun]: 'true',
      }),
  };
}
