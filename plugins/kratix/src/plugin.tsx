import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiStackLine } from '@remixicon/react';
import {
  deliveryContent,
  eventsContent,
  kratixApi,
  kratixEntityLayout,
  kratixPage,
  namespaceField,
  promiseCard,
  requestCard,
  requestNameField,
  yamlField,
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
    kratixPage,
    requestCard,
    promiseCard,
    deliveryContent,
    eventsContent,
    kratixEntityLayout,
    requestNameField,
    namespaceField,
    yamlField,
  ],
});
