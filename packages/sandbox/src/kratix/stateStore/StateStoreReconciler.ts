import type { ClusterEvent, Gvr } from '../../apiserver/cluster';
import { setCondition } from '../conditions/conditions';
import type { KratixContext } from '../context';
import type { Reconciler } from '../controller/Controller';
import { isSpecOrMetadataChange, ownKey } from '../controller/keys';
import { requeueMs } from '../settings';
import { changeStatus } from '../status';
import { timestamp } from '../text/time';
import type { NotReady } from './storeBehaviour';
import { readNotReady } from './storeBehaviour';

/** Kratix's state_store.go. No store is reached here: it is ready unless its annotation says otherwise. @internal */
export class StateStoreReconciler implements Reconciler {
  readonly name: string;
  readonly #context: KratixContext;
  readonly #gvr: Gvr;

  constructor(context: KratixContext, gvr: Gvr) {
    this.name = gvr.resource;
    this.#context = context;
    this.#gvr = gvr;
  }

  keysOf(event: ClusterEvent): readonly string[] {
    return isSpecOrMetadataChange(event) ? ownKey(event, this.#gvr) : [];
  }

  reconcile(key: string): number | undefined {
    const { cluster, events } = this.#context;
    const store = cluster.get(this.#gvr, { name: key });
    if (!store) {
      return undefined;
    }
    const problem = readNotReady(store);
    const message = problem ? messageOf(problem) : 'State store is ready';
    const after = changeStatus(cluster, this.#gvr, store, status => {
      status.status = problem ? 'NotReady' : 'Ready';
      status.observedGeneration = store.metadata.generation ?? 1;
      setCondition(
        status,
        {
          type: 'Ready',
          status: problem ? 'False' : 'True',
          reason: problem?.reason ?? 'StateStoreReady',
          message,
        },
        timestamp(cluster.clock.now()),
      );
    });
    if (after.metadata.resourceVersion !== store.metadata.resourceVersion) {
      events.record(after, {
        controller: `${store.kind}Controller`,
        type: problem ? 'Warning' : 'Normal',
        reason: problem ? 'NotReady' : 'Ready',
        note: problem ? message : `${store.kind} "${key}" is ready`,
      });
    }
    return problem ? requeueMs.normal : undefined;
  }
}

function messageOf({ reason, message }: NotReady): string {
  return reason === 'ErrorValidatingPermissions'
    ? `Error validating state store permissions: ${message}`
    : message;
}
