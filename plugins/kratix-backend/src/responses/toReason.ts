import {
  toEnglish,
  type Wording,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * Why something cannot be done: in English, and for those who can put it in the reader's language.
 * @internal
 */
export function toReason(wording: Wording): {
  reason: string;
  wording: Wording;
} {
  return { reason: toEnglish(wording), wording };
}
