import type { KratixPromise } from './kratixPromise';
import type { PlatformSnapshot } from './snapshot';

/**
 * The Promise of this name as last known; undefined where there is none, and where Promises are not known.
 * @public
 */
export function findPromise(
  { promises }: Pick<PlatformSnapshot, 'promises'>,
  name: string,
): KratixPromise | undefined {
  return promises.state === 'synced'
    ? promises.items.find(promise => promise.name === name)
    : undefined;
}
