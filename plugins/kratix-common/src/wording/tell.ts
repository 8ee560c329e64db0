import { toEnglish } from './toEnglish';
import type { Wording } from './Wording';
import type { WordingArguments, WordingKey } from './WordingKey';
import { wordingOf } from './wordingOf';

/**
 * A sentence for a person: in English, and for those who can put it in the reader's language.
 * @public
 */
export interface Told {
  readonly message: string;
  readonly wording: Wording;
}

/**
 * Says something in English and in translatable form.
 * @public
 */
export function tell<Key extends WordingKey>(
  key: Key,
  ...params: WordingArguments<Key>
): Told {
  const wording = wordingOf(key, ...params);
  return { message: toEnglish(wording), wording };
}
