import type {
  KratixPromise,
  PlatformSnapshot,
  ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * The Promise that a request is for; undefined where it is gone, or Promises are not known.
 * @internal
 */
export function findPromiseOf(
  { promiseName }: ResourceRequest,
  { promises }: PlatformSnapshot,
): KratixPromise | undefined {
  return promises.state === 'synced'
    ? promises.items.find(({ name }) => name === promiseName)
    : undefined;
}
