import {
  writePhaseInEnglish,
  type PhaseMessageKey,
  type WritePhaseMessage,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { formatUnit, isEnglish, type TimeUnit } from '../time';
import type { Translate } from './Translate';

/**
 * Puts texts about phases in the language of the person. One that the translation does not know, because
 * kratix-common is newer than this plugin, stays English.
 * @internal
 */
export function createPhaseWriter(
  t: Translate,
  language = 'en',
): WritePhaseMessage {
  // `t` wants to know at compile time which key has which parameters; the keys are values here, and the test
  // of the table holds each against what is given.
  const translate = t as unknown as (
    key: string,
    params: Readonly<Record<string, string>>,
  ) => string;
  return (key, params) => {
    const id = `phase.${key}`;
    const text = translate(id, params);
    const english = writePhaseInEnglish(key, params);
    const unit = units[key];
    if (unit && text === english) {
      const unitDisplay = unit === 'day' ? 'long' : 'short';
      return isEnglish(language)
        ? english
        : formatUnit(Number(params.number), unit, { language, unitDisplay });
    }
    return text === id ? english : text;
  };
}

/** What every language has a word for, unless somebody translates it in another way. */
const units: Readonly<Partial<Record<PhaseMessageKey, TimeUnit>>> = {
  'duration.day': 'day',
  'duration.days': 'day',
  'duration.h': 'hour',
  'duration.min': 'minute',
  'duration.s': 'second',
};
