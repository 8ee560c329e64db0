import { fillIn } from '../../wording/fillIn';
import type { PhaseExplanation } from './explainPhase';
import type { PhaseWords, WritePhaseMessage } from './phaseMessage';
import { phaseMessages } from './phaseMessages';
import type { PhaseText } from './phaseText';

/**
 * Puts what is to be said of a phase in a language.
 * @public
 */
export function writePhase(
  { tone, actions, word, sentence, nextStep }: PhaseExplanation,
  write: WritePhaseMessage,
): PhaseText {
  return {
    word: writeWords(word, write),
    tone,
    sentence: sentence.map(words => writeWords(words, write)).join(' '),
    ...(nextStep && { nextStep: writeWords(nextStep, write) }),
    actions,
  };
}

/**
 * English, as the logs, the catalog and agents have it; a parameter is never read as a text again.
 * @public
 */
export const writePhaseInEnglish: WritePhaseMessage = (key, params) => {
  return fillIn(findEnglish(key) ?? key, params);
};

function writeWords(words: PhaseWords, write: WritePhaseMessage): string {
  if (typeof words === 'string') {
    return words;
  }
  const params = Object.entries(words.params ?? {}).map(([name, value]) => [
    name,
    writeWords(value, write),
  ]);
  return write(words.key, Object.fromEntries(params));
}

function findEnglish(key: string): string | undefined {
  const [group = '', name = ''] = key.split('.');
  const groups: Readonly<Record<string, Readonly<Record<string, string>>>> =
    phaseMessages;
  return groups[group]?.[name];
}
