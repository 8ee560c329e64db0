import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  requestListPath,
  type RequestListResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { aKratixApi, aRequestList, aRow } from '../../__fixtures__';
import { kratixApiRef, type KratixApi } from '../../api';
import { RequestList } from './RequestList';

jest.setTimeout(60_000);

const nowMs = Date.now();
const redis = { platform: 'dev', promise: 'redis' };
const known =
  (list: Partial<RequestListResponse> = {}) =>
  async () =>
    ({ ok: true, value: { ...aRequestList(nowMs), ...list } } as const);

function renderList(
  fetchRequests: KratixApi['fetchRequests'],
  search = '',
): jest.Mock {
  const fetch = jest.fn(fetchRequests);
  renderInTestApp(<RequestList of={redis} />, {
    initialRouteEntries: [`/${search}`],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    apis: [[kratixApiRef, aKratixApi({ fetchRequests: fetch })]],
  });
  return fetch;
}

const lastPath = (fetch: jest.Mock) =>
  requestListPath(fetch.mock.calls.at(-1)?.[0]);

describe('RequestList', () => {
  it('says that it loads', async () => {
    renderList(() => new Promise(() => {}));

    expect(await screen.findByText('Loading requests')).toHaveAttribute(
      'role',
      'status',
    );
  });

  it('shows each request with its status in words, and leads to its page', async () => {
    renderList(known());

    const row = (
      await screen.findByRole('rowheader', { name: 'cache-0' })
    ).closest('[role=row]') as HTMLElement;
    expect(within(row).getByText('Failed')).toBeVisible();
    expect(within(row).getByText('v0.2.0')).toBeVisible();
    expect(within(row).getByRole('link', { name: 'cache-0' })).toHaveAttribute(
      'href',
      '/catalog/default/resource/redis.team-a.cache-0',
    );
  });

  it('asks the backend for what the address says, of its own service only', async () => {
    const fetch = renderList(
      known(),
      '?phase=Failed&sort=name&order=desc&text=cache&offset=20&platform=other&limit=no',
    );

    await screen.findByRole('rowheader', { name: 'cache-0' });
    expect(lastPath(fetch)).toBe(
      '/requests?platform=dev&promise=redis&phase=Failed&text=cache&sort=name&order=desc&offset=20&limit=20',
    );
  });

  it('filters by status, and begins again at the first page', async () => {
    const fetch = renderList(known(), '?offset=20');

    await userEvent.click(
      await screen.findByRole('button', { name: 'Failed 3' }),
    );

    await waitFor(() => expect(lastPath(fetch)).toContain('phase=Failed'));
    expect(lastPath(fetch)).toContain('offset=0');
    expect(screen.getByRole('button', { name: 'Failed 3' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  });

  it('sorts on the server, and keeps what it shows until the answer comes', async () => {
    const fetch = renderList(async query =>
      query.sort === 'name' ? new Promise(() => {}) : known()(),
    );
    await screen.findByRole('rowheader', { name: 'cache-0' });

    await userEvent.click(screen.getByRole('columnheader', { name: 'Name' }));

    await waitFor(() => expect(lastPath(fetch)).toContain('sort=name'));
    expect(screen.getByRole('rowheader', { name: 'cache-0' })).toBeVisible();
  });

  it('turns pages', async () => {
    const fetch = renderList(async query => ({
      ok: true,
      value: aRequestList(nowMs, query),
    }));
    await screen.findByRole('rowheader', { name: 'cache-0' });

    await userEvent.click(screen.getByRole('button', { name: /next/i }));

    expect(
      await screen.findByRole('rowheader', { name: 'cache-20' }),
    ).toBeVisible();
    expect(lastPath(fetch)).toContain('offset=20');
  });

  it('turns back to the last page where the address is beyond it', async () => {
    const fetch = renderList(known({ total: 45, items: [] }), '?offset=980');

    await waitFor(() => expect(lastPath(fetch)).toMatch(/[?&]offset=40&/));
  });

  it('asks once for a word that is typed', async () => {
    const fetch = renderList(known());
    const field = await screen.findByRole('searchbox', {
      name: 'Search requests',
    });
    await screen.findByRole('rowheader', { name: 'cache-0' });
    const before = fetch.mock.calls.length;

    await userEvent.type(field, 'ledger');

    await waitFor(() => expect(lastPath(fetch)).toContain('text=ledger'));
    expect(fetch.mock.calls.length - before).toBeLessThanOrEqual(2);
    expect(field).toHaveValue('ledger');
  });

  it('tells nothing ordered yet from nothing found', async () => {
    const nothing = { items: [], total: 0, phases: {} };
    renderList(known(nothing));

    expect(await screen.findByText('Nobody has ordered it yet.')).toBeVisible();
    expect(screen.queryByRole('searchbox')).not.toBeInTheDocument();
  });

  it('says that nothing matches, and how to see everything again', async () => {
    const fetch = renderList(
      known({ items: [], total: 0, phases: {} }),
      '?text=odd',
    );
    expect(await screen.findByText('No request matches.')).toBeVisible();

    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );

    await waitFor(() => expect(lastPath(fetch)).not.toContain('text='));
  });

  it('says what is missing, which is not gone, and what is only last known', async () => {
    renderList(
      known({
        items: [aRow(nowMs, 'old', { isStale: true })],
        gaps: [
          {
            platform: 'dev',
            platformTitle: 'Development',
            promise: 'redis',
            state: 'stale',
            problem: {
              reason: 'unreachable',
              message: 'ECONNREFUSED',
              since: '2026-08-20T10:00:00Z',
            },
          },
          {
            platform: 'prod',
            platformTitle: 'Production',
            state: 'unknown',
          },
        ],
      }),
    );

    expect(await screen.findByText('Last known')).toBeVisible();
    expect(
      screen.getByText(
        'Production is not known yet: its requests are missing here, not gone.',
      ),
    ).toBeVisible();
    expect(
      screen.getByText(/^Development does not confirm the requests to redis/),
    ).toBeVisible();
  });

  it('names the permission that is missing', async () => {
    renderList(async () => ({
      ok: false,
      problem: { kind: 'forbidden', message: 'no' },
    }));

    expect(await screen.findByText('You may not see this.')).toBeVisible();
    expect(screen.getByText(/kratix\.request\.read/)).toBeVisible();
  });
});
