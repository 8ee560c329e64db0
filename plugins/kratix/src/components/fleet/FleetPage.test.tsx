import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { aFleet, aFleetApi, fleetStates } from '../../__fixtures__';
import { kratixFleetApiRef, type FleetApi } from '../../api';
import { orderRouteRef, rootRouteRef } from '../../routes';
import { FleetPage } from './FleetPage';

jest.setTimeout(60_000);

const nowMs = Date.now();

function renderFleet(
  answer: string | FleetApi['fetchFleet'],
  search = '',
): jest.Mock {
  const state = fleetStates(nowMs).find(({ id }) => id === answer)?.answer;
  const fetchFleet = jest.fn(
    typeof answer === 'string'
      ? () => (state ? Promise.resolve(state) : new Promise(() => {}))
      : answer,
  ) as jest.Mock;
  renderInTestApp(<FleetPage />, {
    initialRouteEntries: [`/${search}`],
    mountedRoutes: {
      '/kratix': rootRouteRef,
      '/catalog/:namespace/:kind/:name': entityRouteRef,
      '/create/templates/:namespace/:templateName': orderRouteRef,
    } as never,
    apis: [[kratixFleetApiRef, aFleetApi({ fetchFleet })]],
  });
  return fetchFleet;
}

const rowOf = async (name: RegExp) =>
  (await screen.findByRole('rowheader', { name })).closest('tr') as HTMLElement;
const cellsOf = async (name: RegExp) =>
  within(await rowOf(name)).getAllByRole('cell');

describe('FleetPage', () => {
  it('says that it loads', async () => {
    renderFleet('loading');

    expect(await screen.findByRole('status')).toBeInTheDocument();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it('shows what is where and how it differs from the baseline', async () => {
    renderFleet('drift');

    const [dev, staging, prod] = await cellsOf(/^Redis/);
    expect(dev).toHaveTextContent('v0.4.0');
    expect(dev).toHaveTextContent('baseline');
    expect(within(dev as HTMLElement).queryByRole('link')).toBeNull();
    expect(staging).toHaveTextContent('v0.3.0Behind');
    expect(prod).toHaveTextContent('1 Failed');
    expect(
      within(prod as HTMLElement).getByRole('link', {
        name: 'Compare API, images. Compare Redis on Production with Development',
      }),
    ).toHaveAttribute(
      'href',
      '/kratix/fleet/redis?on=prod&with=platform%3Adev',
    );
  });

  it('says of a platform that went silent that its column is what was last known', async () => {
    renderFleet('lastKnown');

    expect(
      await screen.findByText(
        'The column of Production shows what was last known. Production does not answer.',
      ),
    ).toBeVisible();
  });

  it('leads from what is missing to the form that brings it, where the platform has one', async () => {
    const { platforms, ...fleet } = aFleet(nowMs);
    const template = 'template:prod/kratix_promote';
    renderFleet(async () => ({
      ok: true,
      value: {
        ...fleet,
        platforms: platforms.map(platform =>
          platform.name === 'prod'
            ? { ...platform, promotion: { template } }
            : platform,
        ),
      },
    }));

    const [, staging, prod] = await cellsOf(/^Kafka/);
    expect(within(staging as HTMLElement).queryByRole('link')).toBeNull();
    const link = within(prod as HTMLElement).getByRole('link', {
      name: 'Promote Kafka topic to Production…',
    });
    const address = new URL(link.getAttribute('href') ?? '', 'http://x');
    expect(address.pathname).toBe('/create/templates/prod/kratix_promote');
    expect(JSON.parse(address.searchParams.get('formData') ?? '')).toEqual({
      promise: 'kafka',
      from: 'dev',
    });
  });

  it('tells missing, edited, the same and unavailable apart', async () => {
    renderFleet('drift');

    const [kafka, none] = await cellsOf(/^Kafka/);
    expect(kafka).toHaveTextContent('Not available');
    expect(none).toHaveTextContent('Missing');
    expect(within(none as HTMLElement).queryByRole('link')).toBeNull();
    expect((await cellsOf(/^Monitoring/))[1]).toHaveTextContent(
      'Same version, other content',
    );
    expect((await cellsOf(/^PostgreSQL/))[2]).toHaveTextContent('same');
  });

  it('names the platforms in the heads of the columns', async () => {
    renderFleet('drift');

    const heads = await screen.findAllByRole('columnheader');
    expect(heads.map(({ textContent }) => textContent)).toEqual([
      'Service',
      'Development',
      'Staging',
      'Production',
    ]);
  });

  it('leads to the service, and to a check of a change to it', async () => {
    renderFleet('drift');

    expect(await screen.findByRole('link', { name: 'Redis' })).toHaveAttribute(
      'href',
      '/catalog/dev/component/redis',
    );
    expect(
      screen.getByRole('link', { name: 'Check a change to Redis' }),
    ).toHaveAttribute('href', expect.stringMatching(/^\/kratix\/fleet\/redis/));
  });

  it('shows only what differs, and what is searched for', async () => {
    renderFleet('drift', '?only=drift');
    await rowOf(/^Redis/);
    expect(screen.queryByText('PostgreSQL')).not.toBeInTheDocument();

    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search services' }),
      'kaf',
    );

    await waitFor(() =>
      expect(screen.queryByText('Redis')).not.toBeInTheDocument(),
    );
    expect(screen.getByText('Kafka topic')).toBeVisible();
  });

  it('says when nothing matches', async () => {
    renderFleet('drift', '?text=nothing-like-it');

    expect(await screen.findByText('No service matches.')).toBeVisible();
  });

  it('asks for the baseline that the address names', async () => {
    const fetch = renderFleet(
      async () => ({ ok: true, value: aFleet(nowMs) }),
      '?reference=prod',
    );

    await rowOf(/^Redis/);
    expect(fetch.mock.calls[0]?.[0]).toBe('prod');
  });

  // The page went away while it asked, with the control in use and its focus.
  it('stays while another baseline is asked for', async () => {
    const answers = [{ ok: true as const, value: aFleet(nowMs) }];
    let answer: (value: (typeof answers)[number]) => void = () => {};
    const fetch = renderFleet(
      async () =>
        answers.shift() ??
        new Promise(resolve => {
          answer = resolve;
        }),
    );
    await rowOf(/^Redis/);
    const control = screen.getByRole('button', { name: /^Compare with/ });

    await userEvent.click(control);
    await userEvent.click(
      await screen.findByRole('option', { name: 'Compare with Production' }),
    );

    await waitFor(() => expect(fetch.mock.lastCall?.[0]).toBe('prod'));
    expect(control).toBeInTheDocument();
    // The list that closes gives it back a moment later.
    await waitFor(() => expect(control).toHaveFocus(), { timeout: 20_000 });
    expect(await rowOf(/^Redis/)).toBeVisible();
    expect(screen.getByText('Loading')).toBeInTheDocument();

    await act(async () =>
      answer({ ok: true, value: { ...aFleet(nowMs), rows: [] } }),
    );
    expect(
      await screen.findByText('No platform offers anything yet.'),
    ).toBeVisible();
    expect(screen.queryByText('Loading')).not.toBeInTheDocument();
  });

  it('says what one platform alone cannot show', async () => {
    renderFleet('one');

    expect(
      await screen.findByText(/^There is only one platform/),
    ).toBeVisible();
    expect(screen.queryByRole('switch')).not.toBeInTheDocument();
  });

  it('does not call missing what is not known, and says why', async () => {
    renderFleet('unknown');

    expect((await cellsOf(/^Redis/))[2]).toHaveTextContent('Not known');
    expect(
      screen.getByText(/Nothing is known of Production yet/),
    ).toHaveTextContent(/Production does not answer/);
  });

  it('says that nothing is offered', async () => {
    renderFleet('empty');

    expect(
      await screen.findByText('No platform offers anything yet.'),
    ).toBeVisible();
  });

  it('names the permission that is missing', async () => {
    renderFleet('forbidden');

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'kratix.promise.read',
    );
  });

  it('offers to ask again when there is no answer', async () => {
    const fetch = renderFleet('failed');
    const alert = await screen.findByRole('alert');
    const before = fetch.mock.calls.length;

    await userEvent.click(
      within(alert).getByRole('button', { name: 'Try again' }),
    );

    // Not at once: questions about lists keep a distance.
    await waitFor(
      () => expect(fetch.mock.calls.length).toBeGreaterThan(before),
      { timeout: 20_000 },
    );
  });
});
