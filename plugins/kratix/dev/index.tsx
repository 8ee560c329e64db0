import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { RiLayoutGridLine } from '@remixicon/react';
import kratixPlugin, { kratixApiRef } from '../src';
import { devEntities } from './entities';
import { FakeKratixApi } from './FakeKratixApi';

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
    states,
    fakeKratixApi,
    fakeCatalogApi,
  ],
});
