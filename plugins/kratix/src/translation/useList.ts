import { useCallback } from 'react';
import { useLanguage } from '../time';

/**
 * Several words as one, as the language of the person joins them.
 * @internal
 */
export function useList(): (words: readonly string[]) => string {
  const language = useLanguage();
  return useCallback(words => joinWords(words, language), [language]);
}

/** @internal */
export function joinWords(words: readonly string[], language: string): string {
  return new Intl.ListFormat(language, {
    type: 'unit',
    style: 'short',
  }).format(words);
}
