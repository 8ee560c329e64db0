import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  entityRouteRef,
  EntityProvider,
} from '@backstage/plugin-catalog-react';
import type { RolloutResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { aPromiseEntity } from '../../__fixtures__';
import { kratixRolloutApiRef, type RolloutApi } from '../../api';
import { orderRouteRef } from '../../routes';
import { EntityRolloutContent } from './EntityRolloutContent';

jest.setTimeout(30_000);

const request = (name: string, changes = {}) => ({
  namespace: 'team-a',
  name,
  labels: { tier: name === 'c' ? 'prod' : 'test' },
  following: 'v1',
  applied: 'v1',
  ...changes,
});

const rollout: RolloutResponse = {
  template: 'template:dev/kratix_rollout',
  versions: [
    { version: 'v2', isLatest: true },
    { version: 'v1', isLatest: false },
  ],
  requests: [
    request('a'),
    request('b'),
    request('c', { applied: 'v2', following: 'v2' }),
    request('d', { excluded: { code: 'git', reason: 'Flux keeps it.' } }),
    request('e', { failed: 'v2', following: 'v2' }),
  ],
  count: 5,
};

function renderTab(answer: Awaited<ReturnType<RolloutApi['fetchRollout']>>) {
  const api: RolloutApi = {
    fetchRollout: async () => answer,
    fetchCopies: async () => ({
      ok: true,
      value: { targets: [], unknown: [] },
    }),
  };
  renderInTestApp(
    <EntityProvider entity={aPromiseEntity('redis')}>
      <EntityRolloutContent />
    </EntityProvider>,
    {
      apis: [[kratixRolloutApiRef, api]],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/create/templates/:namespace/:templateName': orderRouteRef as never,
      },
    },
  );
}

const formOf = (link: HTMLElement) =>
  JSON.parse(
    new URL(link.getAttribute('href') ?? '', 'http://x').searchParams.get(
      'formData',
    ) ?? '',
  );

describe('EntityRolloutContent', () => {
  it('shows many requests some at a time, and counts all of them', async () => {
    const requests = Array.from({ length: 70 }, (_, index) =>
      request(`cache-${index}`),
    );
    renderTab({ ok: true, value: { ...rollout, requests, count: 70 } });

    expect(await screen.findByText('70 of 70 are not at v2.')).toBeVisible();
    expect(screen.getAllByText(/^cache-/)).toHaveLength(50);

    await userEvent.click(screen.getByText('Show 20 more'));

    expect(screen.getAllByText(/^cache-/)).toHaveLength(70);
    expect(screen.queryByText(/^Show/)).not.toBeInTheDocument();
  });

  it('says who lags, who is left alone and why', async () => {
    renderTab({ ok: true, value: rollout });

    expect(
      await screen.findByText('4 of 5 are not at v2. 3 of them can be moved.'),
    ).toBeVisible();
    expect(screen.getByText('Flux keeps it.')).toBeVisible();
    expect(screen.getByText('Failed at v2')).toBeVisible();
    expect(
      screen.getByRole('checkbox', { name: 'Choose team-a/d' }),
    ).toBeDisabled();
    expect(
      screen.getByRole('checkbox', { name: 'Choose team-a/c' }),
    ).toBeDisabled();
  });

  it('leads to the form with all, with those picked, and with one alone', async () => {
    renderTab({ ok: true, value: rollout });

    const start = () => screen.findByRole('link', { name: /^Roll out/ });
    expect(formOf(await start())).toEqual({
      promise: 'redis',
      version: 'v2',
      batchSize: 5,
      scope: 'all',
    });
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'Choose team-a/b' }),
    );
    expect(formOf(await start())).toMatchObject({
      scope: 'named',
      requests: ['team-a/b'],
    });
    expect(
      formOf(screen.getByRole('link', { name: 'Move alone…: team-a/a' })),
    ).toMatchObject({ scope: 'named', requests: ['team-a/a'] });
  });

  // It stayed picked where nobody saw it, and was sent.
  it('sends nothing that was picked for another version', async () => {
    renderTab({ ok: true, value: rollout });
    const pick = (name: string) =>
      screen.findByRole('checkbox', { name: `Choose team-a/${name}` });
    const start = () => screen.findByRole('link', { name: /^Roll out/ });
    await userEvent.click(await pick('a'));
    expect(formOf(await start())).toMatchObject({ requests: ['team-a/a'] });

    // To v1, where it is already.
    await userEvent.click(screen.getByRole('button', { name: /To version/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'v1' }));

    expect(await pick('a')).not.toBeChecked();
    expect(formOf(await start())).toMatchObject({
      version: 'v1',
      scope: 'all',
    });
    expect(formOf(await start())).not.toHaveProperty('requests');
  });

  // Emptied it held a 1 at once: 20 became 120.
  it('takes how many at once as it is typed', async () => {
    renderTab({ ok: true, value: rollout });
    const field = await screen.findByRole('textbox', { name: /How many/ });
    const sent = async () =>
      formOf(await screen.findByRole('link', { name: /^Roll out/ })).batchSize;

    await userEvent.clear(field);
    expect(field).toHaveValue('');
    expect(field).toBeInvalid();
    expect(await screen.findByText('A whole number, 1 or more.')).toBeVisible();
    await userEvent.type(field, '20');
    expect(field).toBeValid();
    expect(await sent()).toBe(20);

    await userEvent.clear(field);
    await userEvent.type(field, '0');
    expect(field).toBeInvalid();
    await userEvent.tab();
    expect(field).toHaveValue('20');
    expect(field).toBeValid();
    expect(await sent()).toBe(20);
  });

  it('takes labels, and does not start with what is none', async () => {
    renderTab({ ok: true, value: rollout });

    const labels = await screen.findByRole('textbox', { name: /with labels/ });
    await userEvent.type(labels, 'tier=test');
    expect(await screen.findByText(/^4 of 4 are not at v2/)).toBeVisible();
    expect(
      formOf(screen.getByRole('link', { name: /^Roll out/ })),
    ).toMatchObject({ scope: 'labelled', labels: 'tier=test' });

    await userEvent.type(labels, '=x');
    expect(
      await screen.findByText('“tier=test=x” is no label selector.'),
    ).toBeVisible();
    expect(screen.queryByRole('link', { name: /^Roll out/ })).toBeNull();
  });

  it('offers nothing where nobody can move', async () => {
    const there = [request('c', { applied: 'v2', following: 'v2' })];
    renderTab({ ok: true, value: { ...rollout, requests: there, count: 1 } });

    expect(await screen.findByText('0 of 1 are not at v2.')).toBeVisible();
    expect(screen.queryByRole('link', { name: /^Roll out/ })).toBeNull();
  });

  it('leads to the form where not all are shown', async () => {
    const there = [request('c', { applied: 'v2', following: 'v2' })];
    renderTab({ ok: true, value: { ...rollout, requests: there, count: 9 } });

    expect(
      await screen.findByRole('link', { name: /^Roll out/ }),
    ).toBeVisible();
  });

  it.each([
    ['no versions', { versions: [] }, /keeps no versions/],
    ['no requests', { requests: [], count: 0 }, /no request yet/],
  ])('says that there are %s', async (_, changes, text) => {
    renderTab({ ok: true, value: { ...rollout, ...changes } });

    expect(await screen.findByText(text)).toBeVisible();
  });

  it('says why it does not know', async () => {
    renderTab({ ok: false, problem: { kind: 'forbidden' } as never });

    expect(await screen.findByText('You may not see this.')).toBeVisible();
  });
});
