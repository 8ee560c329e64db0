import {
  configApiRef,
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  fetchApiRef,
  gitlabAuthApiRef,
  googleAuthApiRef,
  microsoftAuthApiRef,
  oktaAuthApiRef,
  oneloginAuthApiRef,
  vmwareCloudAuthApiRef,
} from '@backstage/core-plugin-api';
import {
  ConfiguredUserToken,
  FleetClient,
  kratixApiRef,
  KratixClient,
  kratixFleetApiRef,
  kratixOperationsApiRef,
  OperationsClient,
  kratixReviewsApiRef,
  kratixUserTokenApiRef,
  kratixRolloutApiRef,
  kratixWorkflowApiRef,
  ReviewsClient,
  RolloutClient,
  WorkflowClient,
} from '../api';
import { catalogRouteRef, orderRouteRef, rootRouteRef } from '../routes';

/**
 * Kratix in Backstage, for the old frontend system.
 * @public
 */
export const kratixPlugin = createPlugin({
  id: 'kratix',
  routes: { root: rootRouteRef },
  externalRoutes: { order: orderRouteRef, catalog: catalogRouteRef },
  apis: [
    createApiFactory({
      api: kratixApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new KratixClient({ fetchApi }),
    }),
    createApiFactory({
      api: kratixFleetApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new FleetClient({ fetchApi }),
    }),
    createApiFactory({
      api: kratixUserTokenApiRef,
      deps: {
        config: configApiRef,
        google: googleAuthApiRef,
        microsoft: microsoftAuthApiRef,
        okta: oktaAuthApiRef,
        gitlab: gitlabAuthApiRef,
        onelogin: oneloginAuthApiRef,
        vmwareCloudServices: vmwareCloudAuthApiRef,
      },
      factory: ({ config, ...providers }) =>
        new ConfiguredUserToken({ config, providers }),
    }),
    createApiFactory({
      api: kratixOperationsApiRef,
      deps: { fetchApi: fetchApiRef, userToken: kratixUserTokenApiRef },
      factory: options => new OperationsClient(options),
    }),
    createApiFactory({
      api: kratixReviewsApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new ReviewsClient({ fetchApi }),
    }),
    createApiFactory({
      api: kratixRolloutApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new RolloutClient({ fetchApi }),
    }),
    createApiFactory({
      api: kratixWorkflowApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new WorkflowClient({ fetchApi }),
    }),
  ],
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
