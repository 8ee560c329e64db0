import {
  isKnownWording,
  toEnglish,
  writeWording,
  type Wording,
  type WordingWriter,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { joinWords } from './useList';
import type { Translate } from './Translate';

/**
 * Says something in the language of the person.
 *
 * @param english - What to say where this version does not know the text
 * @internal
 */
export type Say = (wording: Wording | undefined, english?: string) => string;

/**
 * Puts what the backend or kratix-common has to say in the language of the person. What this version of the
 * pages does not know, because who said it is newer, is said in English.
 * @internal
 */
export function createWordingWriter(t: Translate, language: string): Say {
  // As in `createPhaseWriter`: the keys are values here, and tests hold each against what is given.
  const translate = t as unknown as (
    key: string,
    params: Readonly<Record<string, string | number>>,
  ) => string;
  const numbers = new Intl.NumberFormat(language);
  const writer: WordingWriter = {
    write: (key, params) => {
      const written = Object.entries(params).map(([name, value]) => [
        name,
        // The count chooses the form of a text; one that may be large is written as `{{count, number}}`.
        typeof value === 'number' && name !== 'count'
          ? numbers.format(value)
          : value,
      ]);
      return translate(`said.${key}`, Object.fromEntries(written));
    },
    join: (words, as) =>
      as === 'or'
        ? new Intl.ListFormat(language, { type: 'disjunction' }).format(words)
        : joinWords(words, language),
  };
  return (wording, english) => {
    if (!wording) {
      return english ?? '';
    }
    return isKnownWording(wording)
      ? writeWording(wording, writer)
      : english ?? toEnglish(wording);
  };
}
