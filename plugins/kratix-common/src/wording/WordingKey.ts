import type { WordingParam } from './Wording';
import type { wordings } from './wordings';

/**
 * Every text, by topic and name.
 * @public
 */
export type WordingTables = typeof wordings;

/**
 * A name without the endings of the two forms that a counted text has.
 * @public
 */
export type UncountedName<Name> = Name extends `${infer Plural}_other`
  ? Plural
  : Name extends `${string}_one`
  ? never
  : Name;

/**
 * Where a text stands in `wordings`: `operation.paused`.
 * @public
 */
export type WordingKey = {
  [Topic in keyof WordingTables & string]: `${Topic}.${UncountedName<
    keyof WordingTables[Topic]
  > &
    string}`;
}[keyof WordingTables & string];

/**
 * The names in braces in a text.
 * @public
 */
export type ParamNamesIn<Text> =
  Text extends `${string}{{${infer Name}}}${infer Rest}`
    ? Name | ParamNamesIn<Rest>
    : never;

/**
 * The English text of a key.
 * @public
 */
export type WordingText<Key> = Key extends `${infer Topic}.${infer Name}`
  ? Topic extends keyof WordingTables
    ? Name extends keyof WordingTables[Topic]
      ? WordingTables[Topic][Name]
      : `${Name}_other` extends keyof WordingTables[Topic]
      ? `{{count}}${WordingTables[Topic][`${Name}_other`] & string}`
      : never
    : never
  : never;

/**
 * What a text needs: exactly the parameters that it names.
 * @public
 */
export type WordingParams<Key extends WordingKey> = Readonly<
  Record<ParamNamesIn<WordingText<Key>>, WordingParam>
>;

/**
 * What is to be given with a key: nothing where its text names nothing.
 * @public
 */
export type WordingArguments<Key extends WordingKey> = [
  ParamNamesIn<WordingText<Key>>,
] extends [never]
  ? []
  : [params: WordingParams<Key>];
