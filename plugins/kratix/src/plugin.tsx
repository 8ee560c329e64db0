import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiStackLine } from '@remixicon/react';
import {
  deliveryContent,
  eventsContent,
  kratixApi,
  kratixEntityLayout,
  kratixFleetApi,
  kratixPage,
  namespaceField,
  partsCard,
  phaseFilter,
  promiseCard,
  promiseRequests,
  requestCard,
  requestNameField,
  yamlField,
  kratixOperationsApi,
  kratixReviewsApi,
  manageContent,
  pauseMenuItem,
  removeMenuItem,
  rerunMenuItem,
  resumeMenuItem,
  reviewsCard,
  workflowApi,
  workflowContent,
} from './extensions';
import { catalogRouteRef, orderRouteRef, rootRouteRef } from './routes';

/**
 * Kratix in Backstage, for the new frontend system.
 * @public
 */
export const kratixPlugin = createFrontendPlugin({
  pluginId: 'kratix',
  title: 'Kratix',
  icon: <RiStackLine />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef },
  externalRoutes: { order: orderRouteRef, catalog: catalogRouteRef },
  extensions: [
    kratixApi,
    kratixOperationsApi,
    kratixReviewsApi,
    workflowApi,
    workflowContent,
    kratixFleetApi,
    kratixPage,
    requestCard,
    reviewsCard,
    partsCard,
    phaseFilter,
    promiseCard,
    promiseRequests,
    deliveryContent,
    eventsContent,
    manageContent,
    rerunMenuItem,
    pauseMenuItem,
    resumeMenuItem,
    removeMenuItem,
    kratixEntityLayout,
    requestNameField,
    namespaceField,
    yamlField,
  ],
});
