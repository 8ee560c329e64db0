import type { Clock } from '../../apiserver/clock';
import type {
  Cluster,
  Gvr,
  KubeObject,
  WriteOptions,
} from '../../apiserver/cluster';
import { keyOf } from './keys';
import { LabelIndex } from './LabelIndex';

/**
 * The cluster as the controllers use it: label look-ups come from an index, and the clock never says that
 * less time went by than was waited for.
 * @internal
 */
export function toControllerCluster(cluster: Cluster): {
  cluster: Cluster;
  close(): void;
} {
  const index = new LabelIndex(cluster);
  // First of all listeners, so that every controller finds what its event tells of.
  const close = cluster.subscribe(({ type, gvr, object }) => {
    if (type === 'DELETED' && !cluster.get(gvr, keyOf(object))) {
      index.remove(gvr, object);
    } else if (type === 'DELETED') {
      // Created again meanwhile; that event follows.
      return;
    } else {
      index.add(gvr, object);
    }
  });
  const indexed = (gvr: Gvr, object: KubeObject, options?: WriteOptions) => {
    if (!options?.dryRun) {
      index.add(gvr, object);
    }
    return object;
  };
  const controllerCluster: Cluster = {
    clock: forwardClock(cluster.clock),
    get: (gvr, key) => cluster.get(gvr, key),
    list: (gvr, options) =>
      index.find(gvr, options ?? {}) ?? cluster.list(gvr, options),
    create: (gvr, object, options) =>
      indexed(gvr, cluster.create(gvr, object, options), options),
    mutate: (gvr, key, change, options) =>
      indexed(gvr, cluster.mutate(gvr, key, change, options), options),
    delete: (gvr, key) => cluster.delete(gvr, key),
    serves: gvr => cluster.serves(gvr),
    subscribe: listener => cluster.subscribe(listener),
    addAdmission: (gvr, hook) => cluster.addAdmission(gvr, hook),
    logs: cluster.logs,
  };
  return { cluster: controllerCluster, close };
}

/**
 * A clock on which a delay that is over counts as passed, also when the real one says otherwise: a timer may
 * fire a moment early, and a sped-up clock fires much earlier.
 */
function forwardClock(clock: Clock): Clock {
  const passed = { untilMs: -Infinity };
  const now = () => Math.max(clock.now(), passed.untilMs);
  return {
    now,
    after: (delayMs, callback) => {
      const dueMs = now() + delayMs;
      return clock.after(delayMs, () => {
        passed.untilMs = Math.max(passed.untilMs, dueMs);
        callback();
      });
    },
  };
}
