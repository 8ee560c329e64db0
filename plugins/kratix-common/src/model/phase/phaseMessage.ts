import type { phaseMessages } from './phaseMessages';

/**
 * Where a text stands in `phaseMessages`: `sentence.ready`.
 * @public
 */
export type PhaseMessageKey = {
  [Group in keyof typeof phaseMessages]: `${Group}.${keyof (typeof phaseMessages)[Group] &
    string}`;
}[keyof typeof phaseMessages];

/**
 * One text about a phase, not yet in any language.
 * @public
 */
export interface PhaseMessage {
  readonly key: PhaseMessageKey;
  readonly params?: Readonly<Record<string, PhaseWords>>;
}

/**
 * A text to be put in a language, or words that stand as they are: names and what the cluster says.
 * @public
 */
export type PhaseWords = PhaseMessage | string;

/**
 * Puts one text in a language.
 * @public
 */
export type WritePhaseMessage = (
  key: PhaseMessageKey,
  params: Readonly<Record<string, string>>,
) => string;
