import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import {
  aKratixApi,
  aPlatform,
  aPromise,
  aPromiseEntity,
  aRequest,
  aRequestEntity,
} from '../__fixtures__';
import { kratixApiRef } from '../api';
import {
  EntityKratixPromiseCard,
  EntityKratixRequestCard,
  KratixPage,
} from '../legacy';

jest.setTimeout(60_000);

const api = aKratixApi({
  fetchPlatforms: async () => ({
    ok: true,
    value: { platforms: [aPlatform(Date.now())] },
  }),
  fetchPromise: async () => ({ ok: true, value: aPromise(Date.now()) }),
  fetchRequest: async () => ({ ok: true, value: aRequest(Date.now()) }),
});

function render(element: JSX.Element) {
  return renderInTestApp(
    <TestApiProvider apis={[[kratixApiRef, api]]}>{element}</TestApiProvider>,
    {
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    },
  );
}

describe('the old frontend system', () => {
  it('shows the status of a request', async () => {
    await render(
      <EntityProvider entity={aRequestEntity('checkout-v2')}>
        <EntityKratixRequestCard />
      </EntityProvider>,
    );

    expect(
      await screen.findByRole(
        'heading',
        { name: 'Ready for 3 days' },
        { timeout: 10_000 },
      ),
    ).toBeVisible();
  });

  it('shows the availability of a service, without an order button where nothing is bound', async () => {
    await render(
      <EntityProvider entity={aPromiseEntity('redis')}>
        <EntityKratixPromiseCard />
      </EntityProvider>,
    );

    expect(
      await screen.findByText('Redis can be ordered.', undefined, {
        timeout: 10_000,
      }),
    ).toBeVisible();
    expect(
      screen.queryByRole('link', { name: /Order/ }),
    ).not.toBeInTheDocument();
  });

  it('has a page of platforms', async () => {
    await render(
      <Routes>
        <Route path="/" element={<KratixPage />} />
      </Routes>,
    );

    expect(
      await screen.findByRole(
        'heading',
        { name: 'Development' },
        { timeout: 10_000 },
      ),
    ).toBeVisible();
  });
});
