import { ownerRules } from './promiseWords';
import { readEntityRef } from './readEntityRef';

/**
 * Who is named as the owner of something, in the form in which the catalog stores it: a group (which may be
 * named without its kind) or a user. Undefined for what the catalog would not take.
 * @public
 */
export function readOwnerRef(text: string): string | undefined {
  return readEntityRef(text, ownerRules);
}
