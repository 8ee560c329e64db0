import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { Route, Routes } from 'react-router-dom';
import {
  aFleet,
  aFleetApi,
  aKratixApi,
  impactStates,
} from '../../__fixtures__';
import { kratixApiRef, kratixFleetApiRef, type FleetApi } from '../../api';
import { rootRouteRef } from '../../routes';
import { ImpactPage } from './ImpactPage';

jest.setTimeout(60_000);

const devOnProd = '/redis?on=prod&with=platform:dev';

function renderImpact(
  answer: string | FleetApi['askImpact'],
  address = devOnProd,
  fleet = aFleet(Date.now()),
  kratix = aKratixApi(),
): jest.Mock {
  const state = impactStates().find(({ id }) => id === answer)?.answer;
  const askImpact = jest.fn(
    typeof answer === 'string'
      ? () => (state ? Promise.resolve(state) : new Promise(() => {}))
      : answer,
  ) as jest.Mock;
  renderInTestApp(
    <Routes>
      <Route path="/:promise" element={<ImpactPage />} />
    </Routes>,
    {
      initialRouteEntries: [address],
      mountedRoutes: {
        '/kratix': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      } as never,
      apis: [
        [kratixApiRef, kratix],
        [
          kratixFleetApiRef,
          aFleetApi({
            fetchFleet: async () => ({ ok: true, value: fleet }),
            askImpact,
          }),
        ],
      ],
    },
  );
  return askImpact;
}

const heading = (name: string | RegExp) =>
  screen.findByRole('heading', { name });

describe('ImpactPage', () => {
  it('names the request that would be refused, whose it is, and why', async () => {
    const ask = renderImpact('breaking');

    await heading('Breaking: 1 request would be refused.');
    expect(await heading('Redis on Production')).toBeVisible();
    const row = screen
      .getByRole('rowheader', { name: /card-tokens/ })
      .closest('tr') as HTMLElement;
    expect(row).toHaveTextContent('team-b');
    expect(row).toHaveTextContent('Would be refused');
    expect(row).toHaveTextContent(
      'spec.version Unsupported value: "6.2": supported values: "7.2", "7.4"',
    );
    expect(
      within(row).getByRole('link', { name: 'card-tokens' }),
    ).toHaveAttribute(
      'href',
      '/catalog/prod/resource/redis.team-b.card-tokens',
    );
    expect(within(row).getByRole('link', { name: /team-b/ })).toHaveAttribute(
      'href',
      '/catalog/default/group/team-b',
    );
    expect(ask.mock.calls[0]?.slice(0, 2)).toEqual([
      { platform: 'prod', promise: 'redis' },
      { type: 'platform', platform: 'dev' },
    ]);
  });

  it('says what would change in a request that stays valid, and counts the rest', async () => {
    renderImpact('breaking');

    expect(await screen.findByText('spec.tls: not set → false')).toBeVisible();
    expect(
      screen.getByText(
        'Requests on Production: 1 would be refused, 1 would change, 4 stay as they are.',
      ),
    ).toBeVisible();
    expect(screen.getByText(/no longer takes "6.2"/)).toHaveTextContent(
      /^Breaking/,
    );
  });

  it.each([
    ['risky', /^Risky: every request stays valid/],
    ['safe', /^Safe: no request is refused/],
    ['nothing', 'Nothing differs.'],
  ])('says %s in words', async (id, words) => {
    renderImpact(id);

    await heading(words);
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it('says when it could not look at every request', async () => {
    renderImpact('incomplete');

    expect(
      await screen.findByText(/^Only the requests that you may read/),
    ).toBeVisible();
  });

  it('says that it judges', async () => {
    const ask = renderImpact('loading');

    await waitFor(() => expect(ask).toHaveBeenCalled());
    expect(screen.getByRole('status')).toBeInTheDocument();
  });

  it.each([
    ['forbidden', 'kratix.promise.read'],
    ['failed', 'in the words of the server'],
  ])('answers when it is %s', async (id, words) => {
    renderImpact(id);

    expect(await screen.findByRole('alert')).toHaveTextContent(words);
  });

  it('asks nothing before it knows what', async () => {
    const fetchPromiseAbout = jest.fn(() => new Promise<never>(() => {}));
    const ask = renderImpact(
      'breaking',
      '/redis',
      undefined,
      aKratixApi({ fetchPromiseAbout }),
    );

    await heading('Redis');
    expect(ask).not.toHaveBeenCalled();
    expect(fetchPromiseAbout).not.toHaveBeenCalled();
  });

  it('leaves nothing to choose where one platform has the service', async () => {
    const fleet = aFleet(Date.now());
    renderImpact('breaking', '/redis', {
      ...fleet,
      platforms: fleet.platforms.filter(({ name }) => name === 'prod'),
    });

    await heading('Redis on Production');
    expect(
      await screen.findByRole('textbox', { name: /The Promise as YAML/ }),
    ).toBeVisible();
    expect(
      screen.queryByRole('button', { name: /On platform/ }),
    ).not.toBeInTheDocument();
  });

  it('says when no platform has the service', async () => {
    renderImpact('breaking', '/unheard-of?on=prod&with=file');

    expect(
      await screen.findByText('No platform that is known has unheard-of.'),
    ).toBeVisible();
  });

  it('checks a file, in the words of the server where it cannot', async () => {
    const message = 'The file holds the Promise kafka, and this is about redis';
    const ask = renderImpact(
      async () => ({ ok: false, problem: { kind: 'failed', message } }),
      '/redis?on=prod&with=file',
    );
    const field = await screen.findByRole('textbox', {
      name: /The Promise as YAML/,
    });
    expect(screen.getByRole('button', { name: 'Check it' })).toBeDisabled();

    await userEvent.type(field, 'kind: Promise');
    await userEvent.click(screen.getByRole('button', { name: 'Check it' }));

    expect(await screen.findByRole('alert')).toHaveTextContent(message);
    expect(ask.mock.calls[0]?.[1]).toEqual({
      type: 'file',
      text: 'kind: Promise',
    });

    // It stayed when the text was emptied, as if it were about nothing.
    await userEvent.clear(field);
    expect(screen.queryByText(message)).not.toBeInTheDocument();
  });

  // The server answered "request entity too large", which says neither how large nor what to do.
  it('says of a file that is too large how large it may be, and asks nothing', async () => {
    const ask = renderImpact('breaking', '/redis?on=prod&with=file');
    const field = await screen.findByRole('textbox', {
      name: /The Promise as YAML/,
    });

    fireEvent.change(field, { target: { value: 'é'.repeat(600_000) } });

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'This has 1172 kB; at most 1020 kB are checked here.',
    );
    expect(screen.getByRole('button', { name: 'Check it' })).toBeDisabled();
    expect(ask).not.toHaveBeenCalled();

    fireEvent.change(field, { target: { value: 'é' } });
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Check it' })).toBeEnabled();
  });
});
