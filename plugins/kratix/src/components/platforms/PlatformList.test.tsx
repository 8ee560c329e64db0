import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  aKratixApi,
  aPlatform,
  platformsStates,
  type PlatformsState,
} from '../../__fixtures__';
import { kratixApiRef } from '../../api';
import { catalogRouteRef } from '../../routes';
import { usePlatforms } from '../../hooks';
import { PlatformList } from './PlatformList';

jest.setTimeout(30_000);

const Subject = () => <PlatformList live={usePlatforms()} />;

function renderPage(id: string) {
  const { answer } =
    platformsStates(Date.now()).find(each => each.id === id) ?? {};
  renderAnswer(answer);
}

function renderAnswer(answer: PlatformsState['answer']) {
  renderInTestApp(<Subject />, {
    mountedRoutes: { '/catalog': catalogRouteRef } as never,
    apis: [
      [
        kratixApiRef,
        aKratixApi(answer && { fetchPlatforms: async () => answer }),
      ],
    ],
  });
}

describe('PlatformList', () => {
  it('loads in the shape of what will come', async () => {
    renderPage('loading');

    expect(await screen.findByText('Loading platforms')).toHaveAttribute(
      'role',
      'status',
    );
  });

  it('shows what a platform offers and how its requests fare, trouble first', async () => {
    renderPage('one');

    expect(
      await screen.findByRole('heading', { name: 'Development' }),
    ).toBeVisible();
    expect(screen.getByText('6 services')).toBeVisible();
    expect(screen.getByText('41 requests')).toBeVisible();
    expect(
      screen.getAllByRole('listitem').map(item => item.textContent),
    ).toEqual(['2Failed', '1Waiting', '3Setting up', '35Ready']);
    expect(screen.queryByText(/^This is a sandbox/)).not.toBeInTheDocument();
  });

  it('tells how each collection is followed, the troubled one first', async () => {
    renderPage('many');

    const trigger = await screen.findByRole('button', {
      name: '1 of 2 collections are followed live',
    });
    await userEvent.click(trigger);

    const items = within(
      trigger.closest('[data-expanded]') ?? document.body,
    ).getAllByRole('listitem');
    expect(items.map(item => item.textContent)).toEqual([
      'resourcebindings.platform.kratix.ioNot confirmed now; what is shown is the last known. Staging does not let the portal read this. 4 objects. Since the portal started: listed 1 times, connected 2 times, failed 61 times.',
      'redis.marketplace.kratix.ioFollowed live. 1 object. Since the portal started: listed 1 times, connected 3 times, failed 0 times.',
    ]);
  });

  it.each([
    { requestEntityKind: 'Resource', kind: 'resource' },
    // Under SKE's names they are Components: the list of Resources was empty.
    { requestEntityKind: 'Component', kind: 'component' },
  ] as const)(
    'leads to the requests in the catalog: $kind',
    async ({ requestEntityKind, kind }) => {
      const platform = aPlatform(Date.now(), {
        requestEntityKind,
        catalogNamespace: 'dev-eu',
      });
      renderAnswer({ ok: true, value: { platforms: [platform] } });

      const { searchParams } = new URL(
        (await screen.findByRole('link', { name: '41 requests' })).getAttribute(
          'href',
        ) ?? '',
        'http://localhost',
      );
      expect(searchParams.get('filters[kind]')).toBe(kind);
      expect(searchParams.get('filters[type]')).toBe('kratix-resource');
      // The list of every platform's said another number.
      expect(searchParams.get('filters[namespace]')).toBe('dev-eu');
    },
  );

  it('counts no requests for a person who may not see every one', async () => {
    renderPage('some');

    expect(await screen.findByText('6 services')).toBeVisible();
    expect(screen.queryByText(/requests?$/)).not.toBeInTheDocument();
    expect(screen.queryByRole('listitem')).not.toBeInTheDocument();
  });

  it('tells every state of a connection apart, with its reason', async () => {
    renderPage('many');

    expect(await screen.findByText('Does not answer')).toBeVisible();
    expect(
      screen.getByText(
        'Partly readable: Staging does not let the portal read this.',
      ),
    ).toBeVisible();
    expect(screen.getByText('Connecting')).toBeVisible();
    expect(
      screen.getByText('Services and requests are not known yet.'),
    ).toBeVisible();
  });

  it('lists what could not be understood, with its reason', async () => {
    renderPage('many');

    const item = (await screen.findByText('Promise legacy-queue')).closest(
      'li',
    );

    expect(screen.getByText('2 things are not shown as meant')).toBeVisible();
    expect(
      within(item ?? document.body).getByText(
        'The API is no CustomResourceDefinition, so nothing can be ordered.',
      ),
    ).toBeVisible();
    expect(screen.getByText('Redis team-b/orphan')).toBeVisible();
  });

  it('explains how a first service comes to an empty platform', async () => {
    renderPage('empty');

    expect(await screen.findByText('Nothing is offered yet')).toBeVisible();
    expect(
      screen.getByText('kubectl apply --filename promise.yaml'),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: /marketplace/ })).toHaveAttribute(
      'href',
      'https://docs.kratix.io/marketplace',
    );
  });

  it.each([
    { id: 'forbidden', text: 'You may not see this.' },
    { id: 'no-answer', text: 'The portal does not answer.' },
  ])('tells trouble apart: $id', async ({ id, text }) => {
    renderPage(id);

    const alert = await screen.findByRole('alert');

    expect(within(alert).getByText(text)).toBeVisible();
  });
});
