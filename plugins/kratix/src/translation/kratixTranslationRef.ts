import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { commonMessages } from './commonMessages';
import { fieldMessages } from './fieldMessages';
import { platformMessages } from './platformMessages';
import { problemMessages } from './problemMessages';
import { promiseMessages } from './promiseMessages';
import { requestMessages } from './requestMessages';

/**
 * Every text of the pages. Phases are worded in one place for all tools (`describePhase`), not here.
 * @public
 */
export const kratixTranslationRef = createTranslationRef({
  id: 'plugin.kratix',
  messages: {
    ...commonMessages,
    ...fieldMessages,
    ...platformMessages,
    ...problemMessages,
    ...promiseMessages,
    ...requestMessages,
  },
});
