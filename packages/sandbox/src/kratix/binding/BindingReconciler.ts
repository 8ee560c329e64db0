import type { ClusterEvent, KubeObject } from '../../apiserver/cluster';
import { findCondition, setCondition } from '../conditions/conditions';
import type { KratixContext } from '../context';
import type { Reconciler } from '../controller/Controller';
import { fromKey, isOf, keyOf, ownKey, toKey } from '../controller/keys';
import { findByLabels } from '../find';
import { at, textOf } from '../json/read';
import { findRevision, revisionVersion } from '../revision/revisions';
import { changeLabels, changeStatus, hasLabel } from '../status';
import { timestamp } from '../text/time';
import { labels, unversioned } from '../vocabulary/labels';
import { resources } from '../vocabulary/resources';
import { boundVersion } from './bindings';

/** Kratix's resourcebinding_controller.go: a binding that asks for another version makes its request run. @internal */
export class BindingReconciler implements Reconciler {
  readonly name = 'resource-binding';
  readonly #context: KratixContext;

  constructor(context: KratixContext) {
    this.#context = context;
  }

  keysOf(event: ClusterEvent): readonly string[] {
    if (isOf(event, resources.promiseRevisions)) {
      const promise = event.object.metadata.labels?.[labels.promiseName];
      return promise
        ? findByLabels(this.#context.cluster, resources.resourceBindings, {
            labels: { [labels.promiseName]: promise },
          }).map(binding => toKey(keyOf(binding)))
        : [];
    }
    return ownKey(event, resources.resourceBindings);
  }

  reconcile(key: string): number | undefined {
    const { cluster, apis } = this.#context;
    const binding = cluster.get(resources.resourceBindings, fromKey(key));
    const promise = textOf(at(binding?.spec, 'promiseRef', 'name')) ?? '';
    const api = apis.ofPromise(promise);
    const request =
      api &&
      cluster.get(api.gvr, {
        namespace: textOf(at(binding?.spec, 'resourceRef', 'namespace')),
        name: textOf(at(binding?.spec, 'resourceRef', 'name')) ?? '',
      });
    const applied = textOf(at(request?.status, 'promiseVersion'));
    if (!binding || !request || !api || !applied || applied === unversioned) {
      return undefined;
    }
    const revision = findRevision(cluster, promise, boundVersion(binding));
    const isManual = hasLabel(binding, labels.manualReconciliation);
    if (!revision || (!isManual && !mustUpgrade(binding, applied, revision))) {
      return undefined;
    }
    const version = revisionVersion(revision);
    if (inFlightVersion(binding) !== version) {
      changeLabels(cluster, api.gvr, request, {
        [labels.manualReconciliation]: 'true',
      });
    }
    this.#announce(binding, { version, isManual });
    return undefined;
  }

  #announce(
    binding: KubeObject,
    { version, isManual }: { version: string; isManual: boolean },
  ): void {
    const { cluster } = this.#context;
    const current = isManual
      ? changeLabels(cluster, resources.resourceBindings, binding, {
          [labels.manualReconciliation]: undefined,
        })
      : binding;
    changeStatus(cluster, resources.resourceBindings, current, status => {
      setCondition(
        status,
        {
          type: 'UpgradeSucceeded',
          status: 'Unknown',
          reason: 'UpgradeInProgress',
          message: isManual
            ? `Reconciliation requested for version ${version}`
            : `Upgrade to version ${version} is in progress`,
        },
        timestamp(cluster.clock.now()),
      );
      delete status.failedVersion;
    });
  }
}

/** Not when it is there already, and not again after this very version failed. */
function mustUpgrade(
  binding: KubeObject,
  applied: string,
  revision: KubeObject,
): boolean {
  const version = revisionVersion(revision);
  const hasFailed =
    findCondition(binding.status, 'UpgradeSucceeded')?.status === 'False' &&
    at(binding.status, 'failedVersion') === version;
  return applied !== version && !hasFailed;
}

/** The version that is being tried, which Kratix reads from its own message (`InFlightVersion`). */
function inFlightVersion(binding: KubeObject): string | undefined {
  const condition = findCondition(binding.status, 'UpgradeSucceeded');
  return condition?.status === 'Unknown' &&
    condition.reason === 'UpgradeInProgress'
    ? /version (\S+)/.exec(condition.message ?? '')?.[1]
    : undefined;
}
