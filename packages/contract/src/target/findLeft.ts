import type { Item } from './takeInventory';

/**
 * What is on a cluster that was not before, but for what came of something that
 * was: a cluster that somebody lends has a life of its own, and its Deployments
 * and CronJobs go on making Pods and Jobs.
 * @internal
 */
export function findLeft(
  before: readonly Item[],
  now: readonly Item[],
): string[] {
  const known = new Set(before.map(({ id }) => id));
  const byUid = new Map(now.map(item => [item.uid, item]));
  const comesOfKnown = (item: Item, seen: readonly string[]): boolean =>
    known.has(item.id) ||
    item.owners.some(uid => {
      const owner = byUid.get(uid);
      return (
        owner !== undefined &&
        !seen.includes(uid) &&
        comesOfKnown(owner, [...seen, uid])
      );
    });
  return now.filter(item => !comesOfKnown(item, [])).map(({ id }) => id);
}
