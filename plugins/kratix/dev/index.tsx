import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
  createFrontendPlugin,
  createRouteRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { RiLayoutGridLine } from '@remixicon/react';
import kratixPlugin, {
  kratixApiRef,
  kratixFleetApiRef,
  kratixOperationsApiRef,
  kratixReviewsApiRef,
  kratixRolloutApiRef,
  kratixWorkflowApiRef,
} from '../src';
import { devEntities } from './entities';
import { FakeKratixApi } from './FakeKratixApi';
import { createFakeFleetApi } from './FakeFleetApi';
import { createFakeOperationsApi } from './FakeOperationsApi';
import { createFakeReviewsApi } from './FakeReviewsApi';
import { createFakeRolloutApi } from './FakeRolloutApi';
import { createFakeWorkflowApi } from './FakeWorkflowApi';

const fakeKratixApi = createFrontendModule({
  pluginId: 'kratix',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: kratixApiRef,
          deps: {},
          factory: () => new FakeKratixApi(),
        }),
    }),
    ApiBlueprint.make({
      name: 'fleet',
      params: defineParams =>
        defineParams({
          api: kratixFleetApiRef,
          deps: {},
          factory: createFakeFleetApi,
        }),
    }),
    ApiBlueprint.make({
      name: 'operations',
      params: defineParams =>
        defineParams({
          api: kratixOperationsApiRef,
          deps: {},
          factory: createFakeOperationsApi,
        }),
    }),
    ApiBlueprint.make({
      name: 'rollout',
      params: defineParams =>
        defineParams({
          api: kratixRolloutApiRef,
          deps: {},
          factory: createFakeRolloutApi,
        }),
    }),
    ApiBlueprint.make({
      name: 'workflow',
      params: defineParams =>
        defineParams({
          api: kratixWorkflowApiRef,
          deps: {},
          factory: createFakeWorkflowApi,
        }),
    }),
    ApiBlueprint.make({
      name: 'reviews',
      params: defineParams =>
        defineParams({
          api: kratixReviewsApiRef,
          deps: {},
          factory: createFakeReviewsApi,
        }),
    }),
  ],
});

const fakeCatalogApi = createFrontendModule({
  pluginId: 'catalog',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams(catalogApiMock.factory({ entities: [...devEntities] })),
    }),
  ],
});

const templateRouteRef = createRouteRef({
  params: ['namespace', 'templateName'],
});

/** As much of the scaffolder as the order button needs. */
const scaffolder = createFrontendPlugin({
  pluginId: 'scaffolder',
  routes: { selectedTemplate: templateRouteRef },
  extensions: [
    PageBlueprint.make({
      params: {
        path: '/create/templates/:namespace/:templateName',
        routeRef: templateRouteRef,
        loader: async () => <>The order form would stand here.</>,
      },
    }),
  ],
});

const states = createFrontendPlugin({
  pluginId: 'states',
  extensions: [
    PageBlueprint.make({
      params: {
        path: '/states',
        title: 'States',
        icon: <RiLayoutGridLine />,
        loader: async () => {
          const { StatesPage } = await import('./StatesPage');
          return <StatesPage />;
        },
      },
    }),
  ],
});

createDevApp({
  features: [
    catalogPlugin,
    kratixPlugin,
    scaffolder,
    states,
    fakeKratixApi,
    fakeCatalogApi,
  ],
});
