import type { ClusterEvent } from '../../apiserver/cluster';
import { behaviourOf } from '../behaviour/objectBehaviour';
import { findCondition } from '../conditions/conditions';
import type { KratixContext } from '../context';
import type { Reconciler } from '../controller/Controller';
import { isOf, keyOf } from '../controller/keys';
import { at } from '../json/read';
import { fromRequestKey, toRequestKey } from '../request/requestKeys';
import { changeObject } from '../status';
import { deterministicName } from '../text/names';
import { platformApiVersion, resources } from '../vocabulary/resources';
import { isDryRun } from '../workflow/WorkflowRun';

/**
 * Plays the health agent that Kratix itself does not bring: writes the HealthRecord that a behaviour asks
 * for, once a request is set up.
 * @internal
 */
export class HealthAgent implements Reconciler {
  readonly name = 'health-agent';
  readonly #context: KratixContext;

  constructor(context: KratixContext) {
    this.#context = context;
  }

  keysOf(event: ClusterEvent): readonly string[] {
    const { apis, cluster } = this.#context;
    if (isOf(event, resources.promises)) {
      const api = apis.ofPromise(event.object.metadata.name);
      const isNews =
        event.previous === undefined ||
        JSON.stringify(event.previous.metadata.annotations) !==
          JSON.stringify(event.object.metadata.annotations);
      return api && isNews
        ? cluster
            .list(api.gvr)
            .map(request => toRequestKey(api, keyOf(request)))
        : [];
    }
    const api = apis.ofResource(event.gvr);
    return api && event.type !== 'DELETED'
      ? [toRequestKey(api, keyOf(event.object))]
      : [];
  }

  reconcile(key: string): number | undefined {
    const { cluster, apis } = this.#context;
    const parsed = fromRequestKey(key);
    const api = apis.ofResource({ ...parsed.gvr, version: '' });
    const request = api && cluster.get(api.gvr, parsed.key);
    if (!request || request.metadata.deletionTimestamp || isDryRun(request)) {
      return undefined;
    }
    const { health } = behaviourOf(this.#context, api.promise, request);
    const isSetUp =
      findCondition(request.status, 'Reconciled')?.status === 'True';
    const { name, namespace, uid } = request.metadata;
    const recordKey = {
      namespace,
      name: deterministicName(`${api.promise}-${name}-health`),
    };
    const existing = cluster.get(resources.healthRecords, recordKey);
    if (!health || (!isSetUp && !existing)) {
      return undefined;
    }
    const isCurrent =
      at(existing?.data, 'state') === health.state &&
      JSON.stringify(at(existing?.data, 'details')) ===
        JSON.stringify(health.details);
    if (isCurrent) {
      return undefined;
    }
    const data = {
      promiseRef: { name: api.promise },
      resourceRef: { name, namespace },
      state: health.state,
      lastRun: Math.floor(cluster.clock.now() / 1000),
      ...(health.details && { details: health.details }),
    };
    if (existing) {
      changeObject(cluster, resources.healthRecords, existing, draft => {
        draft.data = data;
      });
      return undefined;
    }
    cluster.create(resources.healthRecords, {
      apiVersion: platformApiVersion,
      kind: 'HealthRecord',
      metadata: {
        ...recordKey,
        ownerReferences: [
          { apiVersion: request.apiVersion, kind: request.kind, name, uid },
        ],
      },
      data,
    });
    return undefined;
  }
}
