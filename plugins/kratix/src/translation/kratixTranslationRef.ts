import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { commonMessages } from './commonMessages';
import { deliveryMessages } from './deliveryMessages';
import { fieldMessages } from './fieldMessages';
import { fleetMessages } from './fleetMessages';
import { homeMessages } from './homeMessages';
import { listMessages } from './listMessages';
import { manageMessages } from './manageMessages';
import { orderMessages } from './orderMessages';
import { phaseMessages } from './phaseMessages';
import { platformMessages } from './platformMessages';
import { problemMessages } from './problemMessages';
import { promiseMessages } from './promiseMessages';
import { requestMessages } from './requestMessages';
import { reviewMessages } from './reviewMessages';
import { rolloutMessages } from './rolloutMessages';
import { sectionMessages } from './sectionMessages';
import { wordingMessages } from './wordingMessages';
import { workflowMessages } from './workflowMessages';

/**
 * Every text of the pages.
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
    ...phaseMessages,
    ...platformMessages,
    ...problemMessages,
    ...promiseMessages,
    ...requestMessages,
    ...reviewMessages,
    ...rolloutMessages,
    ...sectionMessages,
    ...wordingMessages,
    ...workflowMessages,
  },
});
