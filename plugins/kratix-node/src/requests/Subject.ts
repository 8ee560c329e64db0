import {
  toEnglish,
  type Wording,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * What something is about, as it stands at the start of a sentence; a string where it is the same in every
 * language.
 * @internal
 */
export type Subject = Wording | string;

/**
 * A subject for logs.
 * @internal
 */
export function subjectInEnglish(subject: Subject): string {
  return typeof subject === 'string' ? subject : toEnglish(subject);
}
