import { screen } from '@testing-library/react';
import {
  createFrontendPlugin,
  createRouteRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import type { Entity } from '@backstage/catalog-model';
import {
  aKratixApi,
  anIncompleteEntity,
  aPlatform,
  aPromise,
  aPromiseEntity,
  aRequest,
  aRequestEntity,
} from './__fixtures__';
import { kratixApiRef } from './api';
import kratixPlugin from '.';

jest.setTimeout(60_000);

const api = aKratixApi({
  fetchPlatforms: async () => ({
    ok: true,
    value: { platforms: [aPlatform(Date.now())] },
  }),
  fetchPromise: async () => ({ ok: true, value: aPromise(Date.now()) }),
  fetchRequest: async () => ({ ok: true, value: aRequest(Date.now()) }),
});

const templateRouteRef = createRouteRef({
  params: ['namespace', 'templateName'],
});

/** As much of the scaffolder as the order button needs: the route it binds to by itself. */
const scaffolder = createFrontendPlugin({
  pluginId: 'scaffolder',
  routes: { selectedTemplate: templateRouteRef },
  extensions: [
    PageBlueprint.make({
      params: {
        path: '/create/templates/:namespace/:templateName',
        routeRef: templateRouteRef,
        loader: async () => <></>,
      },
    }),
  ],
});

function renderEntityPage(entity: Entity) {
  renderTestApp({
    features: [kratixPlugin, scaffolder],
    extensions: [createTestEntityPage({ entity })],
    apis: [[kratixApiRef, api]],
  });
}

describe('kratixPlugin', () => {
  it('shows the status on the page of a request', async () => {
    renderEntityPage(aRequestEntity('checkout-v2'));

    expect(
      await screen.findByRole(
        'heading',
        { name: 'Ready for 3 days' },
        { timeout: 10_000 },
      ),
    ).toBeVisible();
    expect(screen.queryByText('Redis can be ordered.')).not.toBeInTheDocument();
  });

  it('shows availability and the way to the order form on the page of a Promise', async () => {
    renderEntityPage(aPromiseEntity('redis'));

    const order = await screen.findByRole(
      'link',
      { name: 'Order Redis' },
      { timeout: 10_000 },
    );

    expect(order).toHaveAttribute('href', '/create/templates/default/redis');
  });

  it('shows what is missing on the page of an entity bound by its type alone', async () => {
    renderEntityPage(anIncompleteEntity());

    // This page shows the tabs below the cards, so that each says it.
    const [first] = await screen.findAllByText(
      'kratix.io/promise-name',
      undefined,
      { timeout: 10_000 },
    );
    expect(first).toBeVisible();
  });

  it('has a page of platforms', async () => {
    renderTestApp({
      features: [kratixPlugin],
      initialRouteEntries: ['/kratix'],
      apis: [[kratixApiRef, api]],
    });

    expect(
      await screen.findByRole(
        'heading',
        { name: 'Development' },
        { timeout: 10_000 },
      ),
    ).toBeVisible();
  });

  it('keeps the names of its extensions, for they are what apps configure', () => {
    const ids = [
      'api:kratix',
      'api:kratix/fleet',
      'api:kratix/operations',
      'api:kratix/reviews',
      'api:kratix/rollout',
      'api:kratix/user-token',
      'api:kratix/workflow',
      'catalog-filter:kratix/phase',
      'page:kratix',
      'entity-card:kratix/request',
      'entity-card:kratix/parts',
      'entity-card:kratix/promise',
      'entity-card:kratix/reviews',
      'entity-content:kratix/delivery',
      'entity-content:kratix/events',
      'entity-content:kratix/manage',
      'entity-content:kratix/requests',
      'entity-content:kratix/versions',
      'entity-content:kratix/workflow',
      'entity-content-layout:kratix',
      'entity-header-layout:kratix',
      'entity-context-menu-item:kratix/pause',
      'entity-context-menu-item:kratix/remove',
      'entity-context-menu-item:kratix/rerun',
      'entity-context-menu-item:kratix/resume',
      'scaffolder-form-decorator:kratix/user-token',
      'scaffolder-form-field:kratix/check',
      'scaffolder-form-field:kratix/namespace',
      'scaffolder-form-field:kratix/request-name',
      'scaffolder-form-field:kratix/spec',
      'scaffolder-form-field:kratix/yaml',
    ] as const;

    for (const id of ids) {
      expect(() => kratixPlugin.getExtension(id)).not.toThrow();
    }
  });
});
