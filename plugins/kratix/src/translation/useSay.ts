import { useMemo } from 'react';
import { useLanguage } from '../time';
import { createWordingWriter, type Say } from './createWordingWriter';
import { useTexts } from './useTexts';

/**
 * Says what the backend and kratix-common decide on in the language of the person.
 * @internal
 */
export function useSay(): Say {
  const { t } = useTexts();
  const language = useLanguage();
  return useMemo(() => createWordingWriter(t, language), [t, language]);
}
