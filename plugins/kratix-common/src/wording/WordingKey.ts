import type { WordingParam } from './Wording';
import type { wordings } from './wordings';

type Tables = typeof wordings;

/** Without the endings of the two forms. */
type Asked<Name> = Name extends `${infer Plural}_other`
  ? Plural
  : Name extends `${string}_one`
  ? never
  : Name;

/**
 * Where a text stands in `wordings`: `operation.paused`.
 * @public
 */
export type WordingKey = {
  [Topic in keyof Tables & string]: `${Topic}.${Asked<keyof Tables[Topic]> &
    string}`;
}[keyof Tables & string];

/** The names in braces. */
type NamesIn<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

type TextAt<Key> = Key extends `${infer Topic}.${infer Name}`
  ? Topic extends keyof Tables
    ? Name extends keyof Tables[Topic]
      ? Tables[Topic][Name]
      : `${Name}_other` extends keyof Tables[Topic]
      ? `{{count}}${Tables[Topic][`${Name}_other`] & string}`
      : never
    : never
  : never;

/**
 * What a text needs: exactly the parameters that it names.
 * @public
 */
export type WordingParams<Key extends WordingKey> = Readonly<
  Record<NamesIn<TextAt<Key>>, WordingParam>
>;

/**
 * What is to be given with a key: nothing where its text names nothing.
 * @public
 */
export type WordingArguments<Key extends WordingKey> = [
  NamesIn<TextAt<Key>>,
] extends [never]
  ? []
  : [params: WordingParams<Key>];
