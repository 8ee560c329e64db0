import type { Cluster, ClusterEvent, Gvr } from '../apiserver/cluster';
import { installAdmission } from './admission/installAdmission';
import { BindingReconciler } from './binding/BindingReconciler';
import type { KratixContext } from './context';
import type { Reconciler } from './controller/Controller';
import { Controller } from './controller/Controller';
import { toControllerCluster } from './controller/toControllerCluster';
import { kratixCrds } from './crds/kratixCrds';
import { DestinationReconciler } from './destination/DestinationReconciler';
import { DryRunReconciler } from './dryRun/DryRunReconciler';
import { EventRecorder } from './events/EventRecorder';
import { HealthAgent } from './health/HealthAgent';
import { HealthRecordReconciler } from './health/HealthRecordReconciler';
import { Kubelet } from './kubelet/Kubelet';
import { PlacementReconciler } from './placement/PlacementReconciler';
import { PromiseApis } from './promise/PromiseApis';
import { PromiseReconciler } from './promise/PromiseReconciler';
import { ReleaseReconciler } from './release/ReleaseReconciler';
import { RequestReconciler } from './request/RequestReconciler';
import { RevisionReconciler } from './revision/RevisionReconciler';
import type { KratixOptions } from './settings';
import { readSettings } from './settings';
import { StateStoreReconciler } from './stateStore/StateStoreReconciler';
import { resources, systemNamespace } from './vocabulary/resources';
import { WorkReconciler } from './work/WorkReconciler';

/**
 * Installs a pretend Kratix: its CRDs, its admission and its controllers. What they do follows
 * syntasso/kratix at ae170e22. Everything is read from the cluster, so that a restart goes on where the
 * objects say.
 * @public
 */
export function installKratix(
  realCluster: Cluster,
  options: KratixOptions = {},
): { close(): void } {
  const { cluster, close } = toControllerCluster(realCluster);
  installObjects(cluster);
  installAdmission(cluster);
  if (options.still) {
    return { close };
  }
  const context: KratixContext = {
    cluster,
    settings: readSettings(options),
    apis: new PromiseApis(cluster),
    events: new EventRecorder(cluster),
  };
  const controllers = reconcilers(context).map(
    reconciler =>
      new Controller(cluster.clock, reconciler, context.settings.onProblem),
  );
  const observe = (event: ClusterEvent) => {
    context.apis.observe(event);
    controllers.forEach(controller => controller.observe(event));
  };
  const unsubscribe = cluster.subscribe(observe);
  existingObjects(context).forEach(observe);
  return {
    close: () => {
      unsubscribe();
      close();
      controllers.forEach(controller => controller.close());
      context.events.close();
    },
  };
}

function reconcilers(context: KratixContext): readonly Reconciler[] {
  return [
    new PromiseReconciler(context),
    new RevisionReconciler(context),
    new RequestReconciler(context),
    new BindingReconciler(context),
    new Kubelet(context),
    new WorkReconciler(context),
    new PlacementReconciler(context),
    new DestinationReconciler(context),
    new StateStoreReconciler(context, resources.gitStateStores),
    new StateStoreReconciler(context, resources.bucketStateStores),
    new HealthRecordReconciler(context),
    new HealthAgent(context),
    new ReleaseReconciler(context),
    ...(context.settings.dryRun ? [new DryRunReconciler(context)] : []),
  ];
}

function installObjects(cluster: Cluster): void {
  if (!cluster.get(resources.namespaces, { name: systemNamespace })) {
    cluster.create(resources.namespaces, {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: systemNamespace },
    });
  }
  for (const crd of kratixCrds) {
    if (!cluster.get(resources.crds, { name: crd.metadata.name ?? '' })) {
      cluster.create(resources.crds, crd);
    }
  }
}

/** What was there before, as if it had just been added. */
function existingObjects({
  cluster,
  apis,
}: KratixContext): readonly ClusterEvent[] {
  const watched: readonly Gvr[] = [
    resources.promises,
    resources.promiseRevisions,
    resources.resourceBindings,
    resources.gitStateStores,
    resources.bucketStateStores,
    resources.destinations,
    resources.works,
    resources.workPlacements,
    resources.jobs,
    resources.healthRecords,
    resources.dryRuns,
    resources.promiseReleases,
    ...apis.all().map(api => api.gvr),
  ];
  return watched.flatMap(gvr =>
    cluster
      .list(gvr)
      .map((object): ClusterEvent => ({ type: 'ADDED', gvr, object })),
  );
}
