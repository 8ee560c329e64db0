import type { ClusterEvent, KubeObject } from '../../apiserver/cluster';
import { setCondition } from '../conditions/conditions';
import type { KratixContext } from '../context';
import type { Reconciler } from '../controller/Controller';
import { isOf, keyOf, ownKey } from '../controller/keys';
import { findByLabels } from '../find';
import { requeueMs } from '../settings';
import {
  addFinalizers,
  changeStatus,
  hasFinalizer,
  removeFinalizer,
} from '../status';
import { timestamp } from '../text/time';
import { finalizers, labels } from '../vocabulary/labels';
import { resources } from '../vocabulary/resources';

/**
 * Kratix's promiserelease_controller.go, as far as it goes without a network: a source cannot be fetched,
 * so a release is installed only when its Promise is there already.
 * @internal
 */
export class ReleaseReconciler implements Reconciler {
  readonly name = 'promise-release';
  readonly #context: KratixContext;

  constructor(context: KratixContext) {
    this.#context = context;
  }

  keysOf(event: ClusterEvent): readonly string[] {
    if (isOf(event, resources.promises)) {
      const release = event.object.metadata.labels?.[labels.promiseReleaseName];
      return release ? [release] : [];
    }
    return ownKey(event, resources.promiseReleases);
  }

  reconcile(key: string): number | undefined {
    const { cluster } = this.#context;
    const found = cluster.get(resources.promiseReleases, { name: key });
    if (!found) {
      return undefined;
    }
    const promises = findByLabels(cluster, resources.promises, {
      labels: { [labels.promiseReleaseName]: key },
    });
    if (found.metadata.deletionTimestamp) {
      return this.#delete(found, promises);
    }
    const release = addFinalizers(cluster, resources.promiseReleases, found, [
      finalizers.promiseRelease,
    ]);
    const isInstalled = promises.length > 0;
    changeStatus(cluster, resources.promiseReleases, release, status => {
      status.status = isInstalled ? 'Installed' : 'Error installing';
      setCondition(
        status,
        isInstalled ? installed : failed,
        timestamp(cluster.clock.now()),
      );
    });
    return undefined;
  }

  #delete(
    release: KubeObject,
    promises: readonly KubeObject[],
  ): number | undefined {
    const { cluster } = this.#context;
    if (!hasFinalizer(release, finalizers.promiseRelease)) {
      return undefined;
    }
    for (const promise of promises) {
      cluster.delete(resources.promises, keyOf(promise));
    }
    if (promises.length > 0) {
      return requeueMs.fast;
    }
    removeFinalizer(
      cluster,
      resources.promiseReleases,
      release,
      finalizers.promiseRelease,
    );
    return undefined;
  }
}

const installed = {
  type: 'Installed',
  status: 'True',
  reason: 'InstalledSuccessfully',
  message: 'Installed successfully',
} as const;

const failed = {
  type: 'Installed',
  status: 'False',
  reason: 'FailedToFetchPromise',
  message: 'Failed to fetch Promise from URL',
} as const;
