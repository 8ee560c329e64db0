import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { commonMessages } from './commonMessages';
import { deliveryMessages } from './deliveryMessages';
import { fieldMessages } from './fieldMessages';
import { fleetMessages } from './fleetMessages';
import { homeMessages } from './homeMessages';
import { listMessages } from './listMessages';
import { manageMessages } from './manageMessages';
import { orderMessages } from './orderMessages';
import { platformMessages } from './platformMessages';
import { problemMessages } from './problemMessages';
import { promiseMessages } from './promiseMessages';
import { requestMessages } from './requestMessages';
import { reviewMessages } from './reviewMessages';
import { rolloutMessages } from './rolloutMessages';
import { workflowMessages } from './workflowMessages';

/**
 * Every text of the pages. Phases are worded in one place for all tools (`describePhase`), not here.
 * @public
 */
export const kratixTranslationRef = createTranslationRef({
  id: 'plugin.kratix',
  messages: {
    ...commonMessages,
    ...deliveryMessages,
    ...fieldMessages,
    ...fleetMessages,
    ...homeMessages,
    ...listMessages,
    ...manageMessages,
    ...orderMessages,
    ...platformMessages,
    ...problemMessages,
    ...promiseMessages,
    ...requestMessages,
    ...reviewMessages,
    ...rolloutMessages,
    ...workflowMessages,
  },
});
