import { ConflictError } from '@backstage/errors';
import {
  toEnglish,
  type Wording,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * Refuses what makes no sense now: in English, and for those who can put it in the reader's language. Backstage
 * serialises what an error holds beside its message (`serializeError` of `@backstage/errors`).
 * @internal
 */
export function toConflict(wording: Wording): ConflictError {
  return Object.assign(new ConflictError(toEnglish(wording)), { wording });
}
