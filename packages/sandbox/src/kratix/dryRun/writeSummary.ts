import type { KubeObject } from '../../apiserver/cluster';
import { findCondition } from '../conditions/conditions';
import type { KratixContext } from '../context';
import { findByLabels } from '../find';
import { at, textOf } from '../json/read';
import { md5 } from '../text/md5';
import { deterministicName } from '../text/names';
import { labels } from '../vocabulary/labels';
import { platformApiVersion, resources } from '../vocabulary/resources';
import { encodeContent } from '../work/content';
import { workFiles } from '../work/workFiles';
import type { ComponentSummary, PipelineChange } from './renderSummary';
import { renderSummary } from './renderSummary';

/** A preview, and the ephemeral request that it runs. @internal */
export interface PreviewSubject {
  dryRun: KubeObject;
  promise: string;
  request: string;
}

/** The Works of the ephemeral request, its summary left out. @internal */
export function dryRunWorks(
  { cluster }: KratixContext,
  { dryRun, promise, request }: PreviewSubject,
): readonly KubeObject[] {
  return findByLabels(cluster, resources.works, {
    namespace: dryRun.metadata.namespace,
    labels: {
      [labels.promiseName]: promise,
      [labels.resourceName]: request,
      [labels.dryRun]: 'true',
    },
  }).filter(
    ({ metadata }) => metadata.labels?.[labels.dryRunSummary] !== 'true',
  );
}

/** Writes the summary Work; none when there was no output at all. @internal */
export function writeSummary(
  context: KratixContext,
  about: PreviewSubject,
  children: readonly KubeObject[],
): void {
  const changes = pipelineChanges(context, about);
  if (changes.length === 0 && children.length === 0) {
    return;
  }
  const text = renderSummary({
    promise: about.promise,
    request: textOf(at(about.dryRun.spec, 'resourceRequestRef', 'name')) ?? '',
    changes,
    components: children.map(child => summaryOf(context, child)),
  });
  const { namespace } = about.dryRun.metadata;
  const name = deterministicName(
    `${about.promise}-${about.dryRun.metadata.name}-dry-run-summary`,
  );
  if (context.cluster.get(resources.works, { namespace, name })) {
    return;
  }
  context.cluster.create(resources.works, {
    apiVersion: platformApiVersion,
    kind: 'Work',
    metadata: {
      name,
      namespace,
      labels: {
        [labels.promiseName]: about.promise,
        [labels.resourceName]: about.request,
        [labels.workType]: 'resource',
        [labels.dryRun]: 'true',
        [labels.dryRunSummary]: 'true',
        [labels.dryRunOwner]: about.dryRun.metadata.name,
      },
    },
    spec: {
      promiseName: about.promise,
      resourceName: about.request,
      workloadGroups: [
        {
          id: md5('dry-run-summary'),
          directory: '.',
          workloads: [
            {
              filepath: summaryPath(about.dryRun),
              content: encodeContent(text),
            },
          ],
        },
      ],
    },
  });
}

/** A part's summary has a path of its own, so that it does not overwrite the whole's. */
function summaryPath(dryRun: KubeObject): string {
  return dryRun.metadata.labels?.[labels.dryRunParent]
    ? `kratix-dry-run-summary-${dryRun.metadata.name}.md`
    : 'kratix-dry-run-summary.md';
}

function pipelineChanges(
  context: KratixContext,
  about: PreviewSubject,
): readonly PipelineChange[] {
  const live = liveWorks(context, about);
  return dryRunWorks(context, about)
    .map(work => {
      const pipeline = pipelineOf(work);
      return {
        pipeline,
        live: workFiles(live.find(each => pipelineOf(each) === pipeline)),
        next: workFiles(work),
      };
    })
    .sort((a, b) => (a.pipeline < b.pipeline ? -1 : 1));
}

function liveWorks(
  { cluster }: KratixContext,
  { dryRun, promise }: PreviewSubject,
): readonly KubeObject[] {
  const reference = at(dryRun.spec, 'resourceRequestRef');
  const name = textOf(at(reference, 'name'));
  return name
    ? findByLabels(cluster, resources.works, {
        namespace:
          textOf(at(reference, 'namespace')) ?? dryRun.metadata.namespace,
        labels: { [labels.promiseName]: promise, [labels.resourceName]: name },
      })
    : [];
}

function pipelineOf({ metadata }: KubeObject): string {
  return metadata.labels?.[labels.pipelineName] ?? '';
}

function summaryOf(
  { cluster }: KratixContext,
  child: KubeObject,
): ComponentSummary {
  const completed = findCondition(child.status, 'Completed');
  const [work] = findByLabels(cluster, resources.works, {
    namespace: child.metadata.namespace,
    labels: {
      [labels.dryRunSummary]: 'true',
      [labels.dryRunOwner]: child.metadata.name,
    },
  });
  const [text] = Object.values(workFiles(work));
  return {
    promise: textOf(at(child.spec, 'promiseRef', 'name')) ?? '',
    request: textOf(at(child.spec, 'resourceRequestRef', 'name')) ?? '',
    body: bodyOf(completed, text),
  };
}

function bodyOf(
  completed: ReturnType<typeof findCondition>,
  text: string | undefined,
): string {
  if (!completed) {
    return '> **Dry run did not complete** within the timeout. No diff available for this component.\n';
  }
  if (completed.status === 'False') {
    return `> **Dry run failed.** ${completed.message ?? ''}\n`;
  }
  return text === undefined
    ? '> No changes.\n'
    : text
        .replace(/^# Kratix Dry Run Summary\n\n/, '')
        .replaceAll('## Pipeline: ', '### Pipeline: ');
}
