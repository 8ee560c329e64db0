/**
 * Something to be said to people, in translatable form: which text of `wordings`, and what stands in it. On the
 * wire it goes beside the same in English, for readers that do not know the text.
 * @public
 */
export interface Wording {
  /** Like `operation.paused`. */
  readonly key: string;
  readonly params?: Readonly<Record<string, WordingParam>>;
}

/**
 * What stands in a text: words that stay as they are (names, and what a cluster says), a number, a part that is
 * put in the language too, or several of them.
 * @public
 */
export type WordingParam = string | number | Wording | WordingList;

/**
 * Several words, joined as a language does that.
 * @public
 */
export interface WordingList {
  readonly list: readonly (string | Wording)[];
  /** `or`: one of them; else all, with commas. */
  readonly join?: 'or';
}
