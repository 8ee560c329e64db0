import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { kratixTranslationRef } from './kratixTranslationRef';

/**
 * The texts of this plugin in the language of the person.
 * @internal
 */
export function useTexts() {
  return useTranslationRef(kratixTranslationRef);
}

/**
 * Looks a text up.
 * @internal
 */
export type Translate = ReturnType<typeof useTexts>['t'];
