import { screen, within } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { aKratixApi, aRow, someParts } from '../../__fixtures__';
import { kratixApiRef, type KratixApi } from '../../api';
import { PartsCard } from './PartsCard';

jest.setTimeout(60_000);

const nowMs = Date.now();
const shop = {
  platform: 'dev',
  promise: 'app-stack',
  namespace: 'team-a',
  name: 'shop',
};

function renderCard(fetchRequestParts: KratixApi['fetchRequestParts']) {
  const fetch = jest.fn(fetchRequestParts);
  renderInTestApp(
    <>
      <PartsCard requestRef={shop} />
      <p>the rest of the page</p>
    </>,
    {
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      apis: [[kratixApiRef, aKratixApi({ fetchRequestParts: fetch })]],
    },
  );
  return fetch;
}

describe('PartsCard', () => {
  it('rolls the parts up into one sentence, and says of each how it fares', async () => {
    renderCard(async () => ({ ok: true, value: someParts(nowMs) }));

    const parts = await screen.findByRole('region', { name: 'Made of' });
    expect(
      within(parts).getAllByText('2 of 3 parts ready; cache: failed.'),
    ).not.toHaveLength(0);
    const rows = within(parts).getAllByRole('listitem');
    expect(rows).toHaveLength(3);
    expect(rows[1]).toHaveTextContent('no such size');
    expect(rows[2]).toHaveTextContent('level 2');
    expect(
      within(parts).getByRole('link', { name: 'database' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/resource/redis.team-a.database',
    );
  });

  it('says that there are more parts than it shows', async () => {
    renderCard(async () => ({
      ok: true,
      value: { ...someParts(nowMs), isCut: true },
    }));

    expect(
      await screen.findByText('There are more parts than are shown.'),
    ).toBeVisible();
  });

  it('shows what a part is part of', async () => {
    renderCard(async () => ({
      ok: true,
      value: { parents: [aRow(nowMs, 'shop')], parts: [], isCut: false },
    }));

    const parents = await screen.findByRole('region', { name: 'Part of' });
    expect(within(parents).getByRole('link', { name: 'shop' })).toBeVisible();
  });

  it.each([
    [
      'stands alone',
      { ok: true, value: { parents: [], parts: [], isCut: false } },
    ],
    [
      'may not be seen',
      { ok: false, problem: { kind: 'forbidden', message: '' } },
    ],
  ] as const)('takes no room where a request %s', async (_what, answer) => {
    const fetch = renderCard(async () => answer as never);

    expect(await screen.findByText('the rest of the page')).toBeVisible();
    await Promise.all(fetch.mock.results.map(({ value }) => value));
    expect(
      screen.queryByRole('region', { name: /Made of|Part of/ }),
    ).not.toBeInTheDocument();
  });
});
