import type { ClusterEvent, KubeObject } from '../../apiserver/cluster';
import type { PlannedCondition } from '../conditions/conditions';
import { findCondition, setCondition } from '../conditions/conditions';
import type { KratixContext } from '../context';
import type { Reconciler } from '../controller/Controller';
import { fromKey, isOf, ownKey, toKey } from '../controller/keys';
import { at, recordOf, textOf } from '../json/read';
import type { PromiseApi } from '../promise/promiseApi';
import { changeStatus } from '../status';
import { deterministicName } from '../text/names';
import { millisecondsOf, timestamp } from '../text/time';
import { annotations, labels } from '../vocabulary/labels';
import { resources } from '../vocabulary/resources';
import { keepComponentDryRuns, ownedBy } from './componentDryRuns';
import { componentStatus, componentsCondition } from './components';
import { dryRunWorks, writeSummary } from './writeSummary';

const componentTimeoutMs = 600_000;

/** Kratix's dryrun_controller.go: a preview of what a request would change. @internal */
export class DryRunReconciler implements Reconciler {
  readonly name = 'dry-run';
  readonly #context: KratixContext;

  constructor(context: KratixContext) {
    this.#context = context;
  }

  keysOf(event: ClusterEvent): readonly string[] {
    if (isOf(event, resources.dryRuns)) {
      const { namespace, labels: said } = event.object.metadata;
      const parent = said?.[labels.dryRunParent];
      return [
        ...ownKey(event, resources.dryRuns),
        ...(parent ? [toKey({ namespace, name: parent })] : []),
      ];
    }
    const owner = event.object.metadata.labels?.[labels.dryRunOwner];
    return owner && this.#context.apis.ofResource(event.gvr)
      ? [toKey({ namespace: event.object.metadata.namespace, name: owner })]
      : [];
  }

  reconcile(key: string): number | undefined {
    const { cluster, apis } = this.#context;
    const dryRun = cluster.get(resources.dryRuns, fromKey(key));
    if (
      !dryRun ||
      dryRun.metadata.deletionTimestamp ||
      findCondition(dryRun.status, 'Completed')
    ) {
      return undefined;
    }
    const promise = textOf(at(dryRun.spec, 'promiseRef', 'name')) ?? '';
    const api = apis.ofPromise(promise);
    if (!api) {
      throw new Error(`fetching promise "${promise}": not found`);
    }
    return this.#follow(dryRun, api, this.#ensureRequest(dryRun, api));
  }

  #follow(
    dryRun: KubeObject,
    api: PromiseApi,
    request: KubeObject,
  ): number | undefined {
    const configured = findCondition(
      request.status,
      'ConfigureWorkflowCompleted',
    );
    const works = findCondition(request.status, 'WorksSucceeded');
    if (configured?.reason === 'ConfigureWorkflowFailed') {
      this.#fail(dryRun, configured.message ?? '');
      return undefined;
    }
    if (works?.status === 'False') {
      this.#fail(dryRun, `pipeline failed: ${works.message ?? ''}`);
      return undefined;
    }
    return works?.status === 'True'
      ? this.#conclude(dryRun, api, request)
      : 10_000;
  }

  #conclude(
    dryRun: KubeObject,
    api: PromiseApi,
    request: KubeObject,
  ): number | undefined {
    const { cluster } = this.#context;
    const about = {
      dryRun,
      promise: api.promise,
      request: request.metadata.name,
    };
    const children = keepComponentDryRuns(
      this.#context,
      dryRun,
      dryRunWorks(this.#context, about),
    );
    const components = children.map(componentStatus);
    const isPending = components.some(({ phase }) => phase === 'Pending');
    const createdMs = millisecondsOf(dryRun.metadata.creationTimestamp) ?? 0;
    if (components.length > 0) {
      changeStatus(cluster, resources.dryRuns, dryRun, status => {
        status.components = components;
      });
    }
    if (isPending && cluster.clock.now() - createdMs < componentTimeoutMs) {
      return 10_000;
    }
    writeSummary(this.#context, about, children);
    this.#complete(dryRun, [
      {
        type: 'Completed',
        status: 'True',
        reason: 'SummaryWritten',
        message: 'Dry run completed; summary written to output repository',
      },
      ...(components.length > 0 ? [componentsCondition(components)] : []),
    ]);
    return undefined;
  }

  #fail(dryRun: KubeObject, message: string): void {
    this.#complete(dryRun, [
      { type: 'Completed', status: 'False', reason: 'PipelineFailed', message },
    ]);
  }

  #complete(dryRun: KubeObject, conditions: readonly PlannedCondition[]): void {
    const { cluster } = this.#context;
    changeStatus(cluster, resources.dryRuns, dryRun, status => {
      for (const condition of conditions) {
        setCondition(status, condition, timestamp(cluster.clock.now()));
      }
    });
  }

  #ensureRequest(dryRun: KubeObject, api: PromiseApi): KubeObject {
    const { cluster } = this.#context;
    const { namespace, name } = dryRun.metadata;
    const key = {
      namespace,
      name: deterministicName(`kratix-dry-run-${name}`),
    };
    const existing = cluster.get(api.gvr, key);
    if (existing) {
      return existing;
    }
    const live = textOf(at(dryRun.spec, 'resourceRequestRef', 'name'));
    const liveNamespace =
      textOf(at(dryRun.spec, 'resourceRequestRef', 'namespace')) ?? namespace;
    return cluster.create(api.gvr, {
      apiVersion: api.apiVersion,
      kind: api.kind,
      metadata: {
        ...key,
        labels: { [labels.dryRun]: 'true', [labels.dryRunOwner]: name },
        ...(live && {
          annotations: {
            [annotations.dryRunResourceName]: live,
            [annotations.dryRunResourceNamespace]: liveNamespace ?? '',
          },
        }),
        ownerReferences: [ownedBy(dryRun)],
      },
      spec: recordOf(at(dryRun.spec, 'resource')),
    });
  }
}
