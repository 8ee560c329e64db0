import type { ClusterEvent, Gvr, KubeObject } from '../../apiserver/cluster';
import type { KratixContext } from '../context';
import type { Reconciler } from '../controller/Controller';
import { fromKey, ownKey } from '../controller/keys';
import { at, recordsOf, textOf } from '../json/read';
import { requeueMs } from '../settings';
import {
  addFinalizers,
  changeStatus,
  hasFinalizer,
  removeFinalizer,
} from '../status';
import { finalizers } from '../vocabulary/labels';
import { resources } from '../vocabulary/resources';
import { mergeHealth } from './mergeHealth';

/** Kratix's healthrecord_controller.go: records are copied to the request they name. @internal */
export class HealthRecordReconciler implements Reconciler {
  readonly name = 'health-record';
  readonly #context: KratixContext;

  constructor(context: KratixContext) {
    this.#context = context;
  }

  keysOf(event: ClusterEvent): readonly string[] {
    return ownKey(event, resources.healthRecords);
  }

  reconcile(key: string): number | undefined {
    const { cluster } = this.#context;
    const record = cluster.get(resources.healthRecords, fromKey(key));
    if (!record) {
      return undefined;
    }
    const isDeleting = record.metadata.deletionTimestamp !== undefined;
    const found = this.#findRequest(record);
    if (!found) {
      if (isDeleting) {
        this.#release(record);
        return undefined;
      }
      return requeueMs.normal;
    }
    if (isDeleting) {
      return this.#forget(record, found);
    }
    addFinalizers(cluster, resources.healthRecords, record, [
      finalizers.healthRecord,
    ]);
    this.#copy(record, found);
    return undefined;
  }

  #copy(
    record: KubeObject,
    { gvr, request }: { gvr: Gvr; request: KubeObject },
  ): void {
    const { cluster, events } = this.#context;
    // By name and namespace only, whatever the Promise: Kratix does not look further.
    const records = cluster
      .list(resources.healthRecords)
      .filter(
        other =>
          at(other.data, 'resourceRef', 'name') === request.metadata.name &&
          at(other.data, 'resourceRef', 'namespace') ===
            request.metadata.namespace,
      );
    const before = at(request.status, 'healthStatus', 'state');
    changeStatus(cluster, gvr, request, status => {
      status.healthStatus = mergeHealth(records);
    });
    const state = textOf(at(record.data, 'state')) ?? 'unknown';
    if (before !== state) {
      events.record(request, {
        controller: 'HealthRecordController',
        type: state === 'healthy' || state === 'ready' ? 'Normal' : 'Warning',
        reason: 'HealthRecord',
        note: `Health state is ${state}`,
      });
    }
  }

  /**
   * Kratix rebuilds from all other records of the cluster, whomever they are about, and lets go at its next look.
   * Two that are removed at once therefore put each other back for ever.
   */
  #forget(
    record: KubeObject,
    { gvr, request }: { gvr: Gvr; request: KubeObject },
  ): number | undefined {
    const { cluster } = this.#context;
    const isShown = recordsOf(
      at(request.status, 'healthStatus', 'healthRecords'),
    ).some(each => at(each, 'source', 'name') === record.metadata.name);
    if (!isShown) {
      this.#release(record);
      return undefined;
    }
    const others = cluster
      .list(resources.healthRecords)
      .filter(({ metadata }) => metadata.name !== record.metadata.name);
    changeStatus(cluster, gvr, request, status => {
      status.healthStatus = mergeHealth(others);
    });
    return requeueMs.normal;
  }

  #release(record: KubeObject): void {
    if (hasFinalizer(record, finalizers.healthRecord)) {
      removeFinalizer(
        this.#context.cluster,
        resources.healthRecords,
        record,
        finalizers.healthRecord,
      );
    }
  }

  #findRequest(
    record: KubeObject,
  ): { gvr: Gvr; request: KubeObject } | undefined {
    const { cluster, apis } = this.#context;
    const api = apis.ofPromise(
      textOf(at(record.data, 'promiseRef', 'name')) ?? '',
    );
    const request =
      api &&
      cluster.get(api.gvr, {
        namespace: textOf(at(record.data, 'resourceRef', 'namespace')),
        name: textOf(at(record.data, 'resourceRef', 'name')) ?? '',
      });
    return api && request && { gvr: api.gvr, request };
  }
}
