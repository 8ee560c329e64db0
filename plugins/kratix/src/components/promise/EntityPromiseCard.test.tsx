import { screen, within } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { aKratixApi, aPromiseEntity, promiseStates } from '../../__fixtures__';
import { kratixApiRef } from '../../api';
import { EntityPromiseCard } from './EntityPromiseCard';

jest.setTimeout(30_000);

function renderCard(id: string) {
  const { answer } =
    promiseStates(Date.now()).find(each => each.id === id) ?? {};
  renderInTestApp(
    <EntityProvider entity={aPromiseEntity('redis')}>
      <EntityPromiseCard />
    </EntityProvider>,
    {
      apis: [
        [
          kratixApiRef,
          aKratixApi(answer && { fetchPromise: async () => answer }),
        ],
      ],
    },
  );
}

describe('EntityPromiseCard', () => {
  it('loads in the shape of what will come', async () => {
    renderCard('loading');

    expect(await screen.findByText('Loading')).toHaveAttribute(
      'role',
      'status',
    );
  });

  it.each([
    {
      id: 'available',
      title: 'Available',
      texts: ['Redis can be ordered.', '14', 'marketplace.kratix.io/v1alpha1'],
    },
    {
      id: 'unavailable',
      title: 'Not available',
      texts: [
        'Redis cannot take requests now: it needs vault v1.0.0.',
        'Requirement not installed',
        'Nobody has ordered it yet.',
      ],
    },
    {
      id: 'paused',
      title: 'Paused',
      texts: [
        'Redis is paused: requests and changes wait.',
        'kubectl label promise redis kratix.io/paused-',
      ],
    },
    {
      id: 'release',
      title: 'Available',
      texts: [
        'Release redis-release; edits are overwritten',
        'Not known at the moment.',
      ],
    },
    {
      id: 'without-api',
      title: 'Available',
      texts: ['It offers nothing to order: it only sets things up.'],
    },
    {
      id: 'broken-api',
      title: 'Cannot be ordered',
      texts: ['Its API cannot be used: spec.api.spec.versions is empty'],
    },
    {
      id: 'not-reported',
      title: 'Not reported',
      texts: ['The platform has not said yet whether Redis can be ordered.'],
    },
    {
      id: 'stale',
      title: 'Not reported',
      texts: ['Development no longer lets the portal in.'],
    },
  ])('says whether it can be ordered: $id', async ({ id, title, texts }) => {
    renderCard(id);

    expect(await screen.findByRole('heading', { name: title })).toBeVisible();
    for (const text of texts) {
      expect(screen.getByText(text)).toBeVisible();
    }
  });

  it.each([
    {
      id: 'unreachable',
      text: 'dev does not answer, and nothing is known yet.',
    },
    { id: 'forbidden', text: 'You may not see this.' },
    { id: 'gone', text: 'Redis is no longer offered by the platform.' },
  ])('tells trouble apart: $id', async ({ id, text }) => {
    renderCard(id);

    const alert = await screen.findByRole('alert');

    expect(within(alert).getByText(text)).toBeVisible();
  });

  it('offers no order where this Backstage has no scaffolder', async () => {
    renderCard('available');
    await screen.findByRole('heading', { name: 'Available' });

    expect(
      screen.queryByRole('link', { name: /Order/ }),
    ).not.toBeInTheDocument();
  });
});
