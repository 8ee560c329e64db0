import { mockApis } from '@backstage/frontend-test-utils';
import { kratixTranslationRef, type Translate } from '..';

/**
 * The texts of the plugin for what is no component.
 */
export function englishTexts(): Translate {
  const texts = mockApis.translation().getTranslation(kratixTranslationRef);
  if (!texts.ready) {
    throw new Error('The default texts need no loading');
  }
  return texts.t as unknown as Translate;
}
