import type { Clock } from '../../apiserver/clock';
import type { Cluster } from '../../apiserver/cluster';

/**
 * The cluster with a clock on which a delay that is over counts as passed, also when the real one says that
 * less time went by: a timer may fire a moment early, and a sped-up clock fires much earlier.
 * @internal
 */
export function withForwardClock(cluster: Cluster): Cluster {
  return {
    clock: forwardClock(cluster.clock),
    get: (gvr, key) => cluster.get(gvr, key),
    list: (gvr, options) => cluster.list(gvr, options),
    create: (gvr, object, options) => cluster.create(gvr, object, options),
    mutate: (gvr, key, change, options) =>
      cluster.mutate(gvr, key, change, options),
    delete: (gvr, key) => cluster.delete(gvr, key),
    serves: gvr => cluster.serves(gvr),
    subscribe: listener => cluster.subscribe(listener),
    addAdmission: (gvr, hook) => cluster.addAdmission(gvr, hook),
    logs: cluster.logs,
  };
}

/** @internal */
export function forwardClock(clock: Clock): Clock {
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
