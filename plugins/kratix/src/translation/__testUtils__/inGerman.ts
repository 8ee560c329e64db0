import {
  createFrontendModule,
  createTranslationMessages,
  createTranslationResource,
} from '@backstage/frontend-plugin-api';
import { TranslationBlueprint } from '@backstage/plugin-app-react';
import { kratixTranslationRef } from '..';

type Messages = Parameters<
  typeof createTranslationMessages<
    'plugin.kratix',
    typeof kratixTranslationRef.T,
    false
  >
>[0]['messages'];

/**
 * An app in German that has these texts of the plugin, as an adopter registers them.
 */
export function inGerman(messages: Messages) {
  return inLanguage('de', messages);
}

/**
 * The same in any language.
 */
export function inLanguage(language: string, messages: Messages) {
  const resource = createTranslationResource({
    ref: kratixTranslationRef,
    translations: {
      [language]: async () => ({
        default: createTranslationMessages({
          ref: kratixTranslationRef,
          messages,
        }),
      }),
    },
  });
  return {
    features: [
      createFrontendModule({
        pluginId: 'app',
        extensions: [
          TranslationBlueprint.make({
            name: language,
            params: { resource },
          }),
        ],
      }),
    ],
    config: {
      app: {
        extensions: [
          {
            'api:app/app-language': {
              config: {
                defaultLanguage: language,
                availableLanguages: ['en', language],
              },
            },
          },
        ],
      },
    },
  };
}
