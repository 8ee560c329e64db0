import type { Collection } from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * Whether the cluster confirms a collection now, so that what is made from it may be repeated over what
 * another replica said. One that this platform does not have, or does not show, is as good as it will get.
 * @internal
 */
export function isConfirmed({ state, problem }: Collection<unknown>): boolean {
  return state === 'synced'
    ? problem === undefined
    : problem?.reason === 'notInstalled' || problem?.reason === 'forbidden';
}
