import {
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import { apiFactories } from '../api/apiFactories';
import { catalogRouteRef, orderRouteRef, rootRouteRef } from '../routes';

/**
 * Kratix in Backstage, for the old frontend system.
 * @public
 */
export const kratixPlugin = createPlugin({
  id: 'kratix',
  routes: { root: rootRouteRef },
  externalRoutes: { order: orderRouteRef, catalog: catalogRouteRef },
  apis: Object.values(apiFactories),
});

/**
 * The Kratix page: `<Route path="/kratix" element={<KratixPage />} />`.
 * @public
 */
export const KratixPage: () => JSX.Element | null = kratixPlugin.provide(
  createRoutableExtension({
    name: 'KratixPage',
    component: () => import('./LegacyKratixPage').then(m => m.LegacyKratixPage),
    mountPoint: rootRouteRef,
  }),
);

/**
 * Status of a request, for the overview of its entity.
 * @public
 */
export const EntityKratixRequestCard: () => JSX.Element | null =
  kratixPlugin.provide(
    createComponentExtension({
      name: 'EntityKratixRequestCard',
      component: {
        lazy: () =>
          import('../components/request').then(m => m.EntityRequestCard),
      },
    }),
  );

/**
 * Availability of a service, for the overview of its entity.
 * @public
 */
export const EntityKratixPromiseCard: () => JSX.Element | null =
  kratixPlugin.provide(
    createComponentExtension({
      name: 'EntityKratixPromiseCard',
      component: {
        lazy: () =>
          import('../components/promise').then(m => m.EntityPromiseCard),
      },
    }),
  );
