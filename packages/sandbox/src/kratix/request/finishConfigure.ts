import type { KubeObject } from '../../apiserver/cluster';
import { findCondition, setRequestCondition } from '../conditions/conditions';
import type { KratixContext } from '../context';
import { findByLabels } from '../find';
import type { Json } from '../json/read';
import { at } from '../json/read';
import { revisionVersion } from '../revision/revisions';
import { changeStatus } from '../status';
import { labels } from '../vocabulary/labels';
import { resources } from '../vocabulary/resources';
import { summarizeWorks } from '../work/worksSummary';
import type { WorkflowRun } from '../workflow/WorkflowRun';
import { isDryRun } from '../workflow/WorkflowRun';
import { planReconciledCondition } from './planReconciledCondition';
import { planWorksCondition } from './planWorksCondition';
import type { RequestSubject } from './RequestSubject';

const controller = 'ResourceRequestController';

/** What Kratix writes once the configure workflow is through (`reconcileAfterConfigure`). @internal */
export function finishConfigure(
  context: KratixContext,
  subject: RequestSubject,
  { run, now }: { run: WorkflowRun; now: string },
): KubeObject {
  const before = run.owner;
  const works = worksOf(context, run);
  const after = changeStatus(context.cluster, run.ownerGvr, before, status => {
    status.observedGeneration = before.metadata.generation ?? 1;
    status.promiseVersion = revisionVersion(subject.revision);
    status.resourceBindingVersion = subject.bindingVersion;
    if (run.pipelines.length > 0) {
      conclude(status, { works, now, request: before });
    }
  });
  announce(context, subject, { before, after });
  return after;
}

/** The Works that Kratix looks at: those in the request's own namespace. @internal */
export function worksOf(
  { cluster }: KratixContext,
  run: WorkflowRun,
): readonly KubeObject[] {
  return findByLabels(cluster, resources.works, {
    namespace: run.owner.metadata.namespace,
    labels: {
      [labels.promiseName]: run.promiseName,
      [labels.workType]: 'resource',
      [labels.resourceName]: run.owner.metadata.name,
      ...(run.pipelineNamespace && {
        [labels.resourceNamespace]: run.owner.metadata.namespace ?? '',
      }),
    },
  });
}

function conclude(
  status: Json,
  options: { works: readonly KubeObject[]; now: string; request: KubeObject },
): void {
  const { works, now, request } = options;
  const worksCondition = planWorksCondition(
    findCondition(status, 'WorksSucceeded'),
    summarizeWorks(works),
  );
  if (worksCondition) {
    setRequestCondition(status, worksCondition, now);
  }
  const completed = findCondition(status, 'ConfigureWorkflowCompleted');
  const reconciled = planReconciledCondition({
    completed,
    works: findCondition(status, 'WorksSucceeded'),
    reconciled: findCondition(status, 'Reconciled'),
    isDryRun: isDryRun(request),
  });
  if (reconciled) {
    setRequestCondition(status, reconciled, now);
  }
  if (completed?.status === 'True') {
    rememberSuccess(status, completed.lastTransitionTime ?? now);
  }
}

function rememberSuccess(status: Json, time: string): void {
  status.workflowsSucceeded = status.workflows;
  status.workflowsFailed = 0;
  status.lastSuccessfulConfigureWorkflowTime = time;
  status.kratix = {
    ...(status.kratix as Json),
    workflows: {
      ...(at(status.kratix, 'workflows') as Json),
      lastSuccessfulConfigureWorkflowTime: time,
    },
  };
}

function announce(
  { events }: KratixContext,
  subject: RequestSubject,
  { before, after }: { before: KubeObject; after: KubeObject },
): void {
  const say = (type: 'Normal' | 'Warning', reason: string, note: string) =>
    events.record(after, { controller, type, reason, note });
  const version = revisionVersion(subject.revision);
  if (at(before.status, 'promiseVersion') !== version) {
    say(
      'Normal',
      'ReconcileSucceeded',
      `Resource request reconciled with promise ${subject.api.promise} version ${version}`,
    );
  }
  if (at(before.status, 'resourceBindingVersion') !== subject.bindingVersion) {
    say(
      'Normal',
      'ResourceBindingVersionUpdated',
      `Resource binding version updated to ${subject.bindingVersion}`,
    );
  }
  const works = changed(before, after, 'WorksSucceeded');
  if (works && works.status !== 'Unknown') {
    say(
      works.status === 'True' ? 'Normal' : 'Warning',
      works.reason ?? '',
      works.message ?? '',
    );
  }
  if (changed(before, after, 'Reconciled')?.status === 'True') {
    say('Normal', 'ReconcileSucceeded', 'Successfully reconciled');
  }
}

function changed(before: KubeObject, after: KubeObject, type: string) {
  const was = findCondition(before.status, type);
  const is = findCondition(after.status, type);
  return is?.status === was?.status && is?.reason === was?.reason
    ? undefined
    : is;
}
