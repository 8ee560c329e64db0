import type { PlatformSnapshot } from '@kratix-portal/backstage-plugin-kratix-common';
import { areOrphansKnown } from '../findOrphans';
import type { PlanOptions } from '../PlanOptions';

/**
 * Whether it can be said how entities are named. Of a Promise that cannot be read, only the API that it has
 * installed says how SKE named it.
 * @internal
 */
export function areNamesKnown(
  { platform }: PlanOptions,
  snapshot: Pick<PlatformSnapshot, 'apis'>,
): boolean {
  return platform.naming === undefined || areOrphansKnown(snapshot);
}

/**
 * Whether two objects may make the same entity: what adopters make, and what is named as SKE named it.
 * @internal
 */
export function mayMeet({ transformers, platform }: PlanOptions): boolean {
  return platform.names !== undefined || Boolean(transformers?.length);
}
