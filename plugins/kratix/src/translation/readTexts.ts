import {
  translationApiRef,
  type ApiHolder,
} from '@backstage/frontend-plugin-api';
import type { Translate } from './Translate';

/**
 * The texts of this plugin for what is no component. Waits for a language that is still on its way.
 * @internal
 */
export async function readTexts(apiHolder: ApiHolder): Promise<Translate> {
  const api = apiHolder.get(translationApiRef);
  if (!api) {
    throw new Error('This app has no translation API (core.translation)');
  }
  // Only here: the old frontend system loads what validates with every form, the texts need not be.
  const { kratixTranslationRef } = await import('./kratixTranslationRef');
  const now = api.getTranslation(kratixTranslationRef);
  if (now.ready) {
    return now.t as unknown as Translate;
  }
  return new Promise((resolve, reject) => {
    const subscription = api.translation$(kratixTranslationRef).subscribe({
      next: snapshot => {
        if (snapshot.ready) {
          subscription.unsubscribe();
          resolve(snapshot.t as unknown as Translate);
        }
      },
      error: reject,
    });
  });
}
