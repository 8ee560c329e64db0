import {
  writePhaseInEnglish,
  type WritePhaseMessage,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Translate } from './useTexts';

/**
 * Puts texts about phases in the language of the person. One that the translation does not know, because
 * kratix-common is newer than this plugin, stays English.
 * @internal
 */
export function createPhaseWriter(t: Translate): WritePhaseMessage {
  // `t` wants to know at compile time which key has which parameters; the keys are values here, and the test
  // of the table holds each against what is given.
  const translate = t as unknown as (
    key: string,
    params: Readonly<Record<string, string>>,
  ) => string;
  return (key, params) => {
    const id = `phase.${key}`;
    const text = translate(id, params);
    return text === id ? writePhaseInEnglish(key, params) : text;
  };
}
