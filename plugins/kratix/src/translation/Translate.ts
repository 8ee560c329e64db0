import type { JSX } from 'react';
import type { kratixTranslationRef } from './kratixTranslationRef';

/**
 * Looks a text up, and asks for what stands in it. It says what Backstage's own `TranslationFunction` says of texts
 * without nesting; that one is worked out anew for every call, which took most of the time of a type check.
 * @internal
 */
export interface Translate {
  <K extends TextKey>(key: K, ...given: Given<K, string | number>): string;
  /** With an element in it. */
  <K extends TextKey>(
    key: K,
    ...given: Given<K, string | number | JSX.Element>
  ): JSX.Element;
}

type Messages = (typeof kratixTranslationRef)['T'];

/** Forms of a plural are one text, which takes a `count` (i18next, "Plurals"). */
type Texts = {
  [K in keyof Messages as K extends `${infer Base}_${PluralForm}`
    ? Base
    : K]: Messages[K];
};

type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

type TextKey = keyof Texts;

/** Worked out once for each text. */
type Names = { readonly [K in TextKey]: NameIn<Texts[K]> };

type NameIn<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}`
  ? (Name extends `${infer Plain},${string}` ? Plain : Name) | NameIn<Rest>
  : never;

type Given<K extends TextKey, Value> = [Names[K]] extends [never]
  ? []
  : [
      params: {
        readonly [Name in Names[K]]: Name extends 'count' ? number : Value;
      },
    ];
