import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { commonMessages } from './messages/commonMessages';
import { deliveryMessages } from './messages/deliveryMessages';
import { fieldMessages } from './messages/fieldMessages';
import { fleetMessages } from './messages/fleetMessages';
import { homeMessages } from './messages/homeMessages';
import { listMessages } from './messages/listMessages';
import { manageMessages } from './messages/manageMessages';
import { orderMessages } from './messages/orderMessages';
import { phaseMessages } from './messages/phaseMessages';
import { platformMessages } from './messages/platformMessages';
import { problemMessages } from './messages/problemMessages';
import { promiseMessages } from './messages/promiseMessages';
import { requestMessages } from './messages/requestMessages';
import { reviewMessages } from './messages/reviewMessages';
import { rolloutMessages } from './messages/rolloutMessages';
import { sectionMessages } from './messages/sectionMessages';
import { wordingMessages } from './messages/wordingMessages';
import { workflowMessages } from './messages/workflowMessages';

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
