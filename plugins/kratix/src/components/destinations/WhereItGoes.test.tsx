import axe from 'axe-core';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { aKratixApi, someDestinations } from '../../__fixtures__';
import { kratixApiRef, type KratixApi } from '../../api';
import { WhereItGoes } from './WhereItGoes';

jest.setTimeout(30_000);

function render(fetchDestinations: KratixApi['fetchDestinations']) {
  return renderInTestApp(<WhereItGoes platform="dev" />, {
    apis: [[kratixApiRef, aKratixApi({ fetchDestinations })]],
  });
}

describe('WhereItGoes', () => {
  it('says of each Destination and store whether it can be used', async () => {
    const { container } = render(async () => ({
      ok: true,
      value: someDestinations(Date.now()),
    }));

    const destinations = await screen.findByRole('region', {
      name: 'Destinations',
    });
    expect(destinations).toHaveTextContent('GitStateStore/live: not ready');
    expect(within(destinations).getByText('environment=dev')).toBeVisible();
    expect(within(destinations).getByText('Not reported')).toBeVisible();
    expect(
      screen.getByRole('region', { name: 'State stores' }),
    ).toHaveTextContent('InvalidAccessKeyId');
    const { violations } = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  it('folds a long list, and shows first what is not ready', async () => {
    const many = Array.from({ length: 30 }, (_, index) => ({
      name: `cluster-${index}`,
      labels: {},
      path: '',
      isStrict: false,
      isForPreviews: false,
      readiness: { state: index === 29 ? 'notReady' : 'ready' } as const,
    }));
    render(async () => ({
      ok: true,
      value: { ...someDestinations(Date.now()), destinations: many },
    }));

    await screen.findByText('cluster-29');
    expect(
      screen.getAllByText(/^cluster-/).map(({ textContent }) => textContent),
    ).toEqual(['cluster-29', ...many.slice(0, 9).map(({ name }) => name)]);

    await userEvent.click(screen.getByRole('button', { name: 'Show 20 more' }));

    expect(screen.getAllByText(/^cluster-/)).toHaveLength(30);
  });

  it('tells unknown from none', async () => {
    render(async () => ({
      ok: true,
      value: {
        stores: [],
        problems: [
          {
            reason: 'forbidden',
            message: 'destinations may not be listed',
            since: '2026-08-20T10:00:00Z',
          },
        ],
        freshness: { state: 'stale' },
      },
    }));

    expect(
      await screen.findByText('Not known now: destinations may not be listed'),
    ).toBeVisible();
    expect(screen.getByText('No state store.')).toBeVisible();
  });

  it('says why nothing is known', async () => {
    render(async () => ({
      ok: false,
      problem: { kind: 'unreachable', message: 'connect ECONNREFUSED' },
    }));

    expect(
      await screen.findByText('Not known now: connect ECONNREFUSED'),
    ).toBeVisible();
  });
});
