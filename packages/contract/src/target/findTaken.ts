import type { Item } from './takeInventory';

/** What the conversations and the stories make by these names, change and take away again. */
const OURS = [
  /^namespaces\.v1 \/(contract|team-a)$/,
  /^customresourcedefinitions\.\S+ \/\S+\.test\.example$/,
  /^\S+\.platform\.kratix\.io\/\S+ \S*\/contract-/,
  /^secrets\.v1 default\/contract-/,
];

/**
 * What lies on a cluster under a name that the suite would use itself: somebody
 * else's, which it would change and fill, or left by a run that was killed.
 * @internal
 */
export function findTaken(items: readonly Item[]): string[] {
  return items
    .map(({ id }) => id)
    .filter(id => OURS.some(pattern => pattern.test(id)));
}
