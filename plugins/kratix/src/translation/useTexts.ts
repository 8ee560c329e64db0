import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { kratixTranslationRef } from './kratixTranslationRef';
import type { Translate } from './Translate';

/**
 * The texts of this plugin in the language of the person.
 * @internal
 */
export function useTexts(): { readonly t: Translate } {
  const { t } = useTranslationRef(kratixTranslationRef);
  return { t: t as unknown as Translate };
}
