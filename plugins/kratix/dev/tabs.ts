import {
  aPromiseEntity,
  aRequestEntity,
  deliveryStates,
  operationsStates,
  promiseOperationsStates,
  reviewsStates,
  rolloutStates,
  workflowStates,
} from '../src/__fixtures__';
import { EntityDeliveryContent } from '../src/components/delivery';
import { EntityEventsContent } from '../src/components/events';
import { EntityRequestList } from '../src/components/lists';
import { EntityManageContent } from '../src/components/manage';
import { EntityPartsCard } from '../src/components/parts';
import { EntityReviewsCard } from '../src/components/review';
import { EntityRolloutContent } from '../src/components/rollout';
import { EntityWorkflowContent } from '../src/components/workflow';
import { commonStates } from './answerInState';

/** What stands on a tab or a card of its own, with whose name chooses the state. */
export const tabs = [
  {
    path: 'manage',
    title: 'Managing a request',
    states: operationsStates(0),
    of: aRequestEntity,
    Content: EntityManageContent,
  },
  {
    path: 'manage-service',
    title: 'Managing a service',
    states: promiseOperationsStates(),
    of: aPromiseEntity,
    Content: EntityManageContent,
  },
  {
    path: 'workflow',
    title: 'The workflow of a request',
    states: workflowStates(0),
    of: aRequestEntity,
    Content: EntityWorkflowContent,
  },
  {
    path: 'delivery',
    title: 'Where a request is delivered',
    states: deliveryStates(0).map(({ id }) => ({ id, title: id })),
    of: aRequestEntity,
    Content: EntityDeliveryContent,
  },
  {
    path: 'versions',
    title: 'The versions of a service',
    states: rolloutStates(),
    of: aPromiseEntity,
    Content: EntityRolloutContent,
  },
  {
    path: 'reviews',
    title: 'What waits for review',
    states: reviewsStates(0),
    of: aPromiseEntity,
    Content: EntityReviewsCard,
  },
  {
    path: 'events',
    title: 'What was said of a request',
    states: commonStates,
    of: aRequestEntity,
    Content: EntityEventsContent,
  },
  {
    path: 'parts',
    title: 'What a request is made of',
    states: commonStates,
    of: aRequestEntity,
    Content: EntityPartsCard,
  },
  {
    path: 'requests-of-service',
    title: 'The requests of a service',
    states: commonStates,
    of: aPromiseEntity,
    Content: EntityRequestList,
  },
] as const;
