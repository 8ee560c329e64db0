import type { KratixPromise } from '../model';
import { titleFromName } from '../names/titleFromName';

/** Who may own something in the catalog. @internal */
export const ownerRules = {
  defaultKind: 'group',
  kinds: ['group', 'user'],
} as const;

/**
 * What people call a service: its kind as its author spelled it, or the Promise's name.
 * @internal
 */
export function promiseTitle(promise: KratixPromise): string {
  return titleFromName(promise.api?.kind ?? promise.name);
}
