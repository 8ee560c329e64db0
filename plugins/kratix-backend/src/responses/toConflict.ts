import { ConflictError } from '@backstage/errors';
import {
  refuse,
  toEnglish,
  type Refusal,
  type Wording,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * Refuses what makes no sense now.
 * @internal
 */
export function toConflict(wording: Wording): Refusal<ConflictError> {
  return refuse(ConflictError, { message: toEnglish(wording), wording });
}
