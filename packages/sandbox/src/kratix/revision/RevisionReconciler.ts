import type { ClusterEvent, KubeObject } from '../../apiserver/cluster';
import type { KratixContext } from '../context';
import type { Reconciler } from '../controller/Controller';
import { fromKey, isOf, keyOf, ownKey } from '../controller/keys';
import { findByLabels } from '../find';
import { at, textOf } from '../json/read';
import { parsePromiseApi } from '../promise/promiseApi';
import { requeueMs } from '../settings';
import {
  addFinalizers,
  changeLabels,
  changeStatus,
  hasFinalizer,
  removeFinalizer,
} from '../status';
import { finalizers, labels } from '../vocabulary/labels';
import { resources } from '../vocabulary/resources';
import { revisionVersion, revisionsOf } from './revisions';

/** Kratix's promiserevision_controller.go: one latest per Promise; a deleted one takes its requests along. @internal */
export class RevisionReconciler implements Reconciler {
  readonly name = 'promise-revision';
  readonly #context: KratixContext;

  constructor(context: KratixContext) {
    this.#context = context;
  }

  keysOf(event: ClusterEvent): readonly string[] {
    if (isOf(event, resources.resourceBindings) && event.type === 'DELETED') {
      const promise = event.object.metadata.labels?.[labels.promiseName];
      return promise
        ? revisionsOf(this.#context.cluster, promise)
            .filter(({ metadata }) => metadata.deletionTimestamp)
            .map(({ metadata }) => metadata.name)
        : [];
    }
    return ownKey(event, resources.promiseRevisions);
  }

  reconcile(key: string): number | undefined {
    const { cluster } = this.#context;
    const found = cluster.get(resources.promiseRevisions, fromKey(key));
    if (!found) {
      return undefined;
    }
    if (found.metadata.deletionTimestamp) {
      return this.#delete(found);
    }
    const revision = addFinalizers(cluster, resources.promiseRevisions, found, [
      finalizers.resourceRequests,
    ]);
    const isLatest =
      revision.metadata.labels?.[labels.latestRevision] === 'true';
    if (isLatest && at(revision.status, 'latest') !== true) {
      this.#dethroneOthers(revision);
    }
    changeStatus(cluster, resources.promiseRevisions, revision, status => {
      if (isLatest) {
        status.latest = true;
      } else {
        delete status.latest;
      }
    });
    return undefined;
  }

  #dethroneOthers(revision: KubeObject): void {
    const { cluster } = this.#context;
    for (const other of revisionsOf(cluster, promiseOf(revision))) {
      if (other.metadata.name !== revision.metadata.name) {
        changeLabels(cluster, resources.promiseRevisions, other, {
          [labels.latestRevision]: undefined,
        });
      }
    }
  }

  #delete(revision: KubeObject): number | undefined {
    const { cluster } = this.#context;
    if (!hasFinalizer(revision, finalizers.resourceRequests)) {
      return undefined;
    }
    const bindings = this.#bindingsOf(revision);
    if (bindings.length === 0) {
      removeFinalizer(
        cluster,
        resources.promiseRevisions,
        revision,
        finalizers.resourceRequests,
      );
      return undefined;
    }
    for (const binding of bindings) {
      this.#deleteBound(revision, binding);
    }
    return requeueMs.fast;
  }

  #deleteBound(revision: KubeObject, binding: KubeObject): void {
    const { cluster } = this.#context;
    const promise = cluster.get(resources.promises, {
      name: promiseOf(revision),
    });
    const api = parsePromiseApi(
      promise ?? { ...revision, spec: at(revision.spec, 'promiseSpec') },
    );
    const key = {
      namespace: textOf(at(binding.spec, 'resourceRef', 'namespace')),
      name: textOf(at(binding.spec, 'resourceRef', 'name')) ?? '',
    };
    if (api && cluster.get(api.gvr, key)) {
      cluster.delete(api.gvr, key);
      return;
    }
    cluster.delete(resources.resourceBindings, keyOf(binding));
  }

  /** Bindings to this exact version; those that follow `latest` are not matched. */
  #bindingsOf(revision: KubeObject): readonly KubeObject[] {
    return findByLabels(this.#context.cluster, resources.resourceBindings, {
      labels: { [labels.promiseName]: promiseOf(revision) },
    }).filter(
      binding => at(binding.spec, 'version') === revisionVersion(revision),
    );
  }
}

function promiseOf(revision: KubeObject): string {
  return textOf(at(revision.spec, 'promiseRef', 'name')) ?? '';
}
