import { screen, within } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  aKratixApi,
  platformsStates,
  someAttention,
  someOffers,
} from '../../__fixtures__';
import { kratixApiRef, type KratixApi } from '../../api';
import { orderRouteRef, rootRouteRef } from '../../routes';
import { KratixPage } from './KratixPage';

jest.setTimeout(60_000);

const nowMs = Date.now();

function renderHome(answers: Partial<KratixApi> = {}) {
  const one = platformsStates(nowMs).find(({ id }) => id === 'one')?.answer;
  renderInTestApp(<KratixPage />, {
    mountedRoutes: {
      '/kratix': rootRouteRef,
      '/catalog/:namespace/:kind/:name': entityRouteRef,
      '/create/:namespace/:templateName': orderRouteRef,
    } as never,
    apis: [
      [
        kratixApiRef,
        aKratixApi({
          ...(one && { fetchPlatforms: async () => one }),
          fetchAttention: async () => ({
            ok: true,
            value: someAttention(nowMs),
          }),
          fetchOffers: async () => ({
            ok: true,
            value: { offers: someOffers(), gaps: [] },
          }),
          ...answers,
        }),
      ],
    ],
  });
}

it('says of an address below the page that there is nothing', async () => {
  renderInTestApp(<KratixPage />, { initialRouteEntries: ['/nonsense'] });

  expect(await screen.findByText(/404.*Page not found/i)).toBeVisible();
});

const region = (name: string | RegExp) => screen.findByRole('region', { name });

describe('HomePage', () => {
  it('says of each thing what is wrong and what to do, and leads to it', async () => {
    renderHome();

    const failed = await region('Failed');
    expect(
      within(failed).getByRole('link', { name: 'ledger' }),
    ).toHaveAttribute('href', '/catalog/default/resource/redis.team-a.ledger');
    expect(failed).toHaveTextContent('Step plan failed');
    expect(failed).toHaveTextContent('Read the log, then run it again.');
    expect(await region('Not delivered')).toHaveTextContent(
      'No Destination has environment=moon.',
    );
    expect(await region('Service not available')).toHaveTextContent(
      'Kafka cannot take requests now: it needs monitoring v1.0.0.',
    );
    expect(await region('Platforms')).toHaveTextContent(
      'Staging does not answer.',
    );
    expect(await region('Could not be understood')).toHaveTextContent(
      'It has no API version.',
    );
    const misread = await region('Not shown as meant');
    expect(
      within(misread).getByRole('link', { name: 'team-b/sessions' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/resource/redis.team-b.sessions',
    );
    expect(misread).toHaveTextContent(
      'Annotation kratix-portal.io/owner is not used: it is not what the catalog takes. Correct the annotation of the object, or take it off.',
    );
  });

  it('leads to all of a group of which it shows some', async () => {
    renderHome();

    expect(
      await screen.findByRole('link', { name: 'All requests in this state' }),
    ).toHaveAttribute(
      'href',
      '/kratix/requests?phase=DeleteFailed&phase=Failed&sort=createdAt',
    );
  });

  it('says that all is well only where all is known', async () => {
    renderHome({
      fetchAttention: async () => ({
        ok: true,
        value: { groups: [], stuckAfterMinutes: 30, unknownPlatforms: [] },
      }),
    });

    expect(await screen.findByText('Nothing needs attention.')).toBeVisible();
  });

  it('does not call a platform well of which nothing is known', async () => {
    renderHome({
      fetchAttention: async () => ({
        ok: true,
        value: {
          groups: [],
          stuckAfterMinutes: 30,
          unknownPlatforms: ['Staging'],
        },
      }),
    });

    expect(
      await screen.findByText(
        'Nothing can be said of Staging: it is not known yet.',
      ),
    ).toBeVisible();
    expect(
      screen.queryByText('Nothing needs attention.'),
    ).not.toBeInTheDocument();
  });

  it('shows what is offered, whether it can be ordered, and how its requests fare', async () => {
    renderHome();

    const offers = await region('What the platform offers');
    const [redis, kafka] = await within(offers).findAllByRole('link', {
      name: /^(Redis|Kafka)$/,
    });
    expect(redis).toHaveAttribute('href', '/catalog/default/component/redis');
    expect(kafka?.closest('li')).toHaveTextContent('Not available');
    expect(within(offers).getByText('14 Ready')).toBeInTheDocument();
    expect(within(offers).getByText('No requests')).toBeVisible();
  });

  it('keeps the other blocks where one may not be seen', async () => {
    renderHome({
      fetchAttention: async () => ({
        ok: false,
        problem: { kind: 'forbidden', message: 'no' },
      }),
    });

    expect(await screen.findByText('You may not see this.')).toBeVisible();
    expect(await region('What the platform offers')).toBeVisible();
    expect(
      await screen.findByRole('heading', { name: 'Development' }),
    ).toBeVisible();
  });

  it('says that a platform is a sandbox', async () => {
    const many = platformsStates(nowMs).find(({ id }) => id === 'many')?.answer;
    renderHome(many && { fetchPlatforms: async () => many });

    expect(await screen.findByText(/^This is a sandbox/)).toBeVisible();
  });

  it('says how to configure a platform where there is none', async () => {
    renderHome({
      fetchPlatforms: async () => ({ ok: true, value: { platforms: [] } }),
    });

    expect(await screen.findByText('No platform is configured')).toBeVisible();
  });
});
