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
  const german = createTranslationResource({
    ref: kratixTranslationRef,
    translations: {
      de: async () => ({
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
            name: 'german',
            params: { resource: german },
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
                defaultLanguage: 'de',
                availableLanguages: ['en', 'de'],
              },
            },
          },
        ],
      },
    },
  };
}
