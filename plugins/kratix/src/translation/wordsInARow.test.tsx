import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { anOperationsApi, operationsStates } from '../__fixtures__';
import { kratixOperationsApiRef } from '../api';
import { FactText } from '../components/facts/FactText';
import { FleetCell } from '../components/fleet/FleetCell';
import { ManageNotices } from '../components/manage/ManageNotices';
import { VersionSection } from '../components/manage/VersionSection';
import { inGerman, inLanguage } from './__testUtils__/inGerman';

jest.setTimeout(30_000);

const mountedRoutes = { '/catalog/:namespace/:kind/:name': entityRouteRef };

function stateOf(id: string) {
  const answer = operationsStates(Date.now()).find(
    state => state.id === id,
  )?.answer;
  if (!answer?.ok) {
    throw new Error(`No state ${id}`);
  }
  return answer.value;
}

// They stood in English commas and quotes in every language.
describe('words in a row, in another language', () => {
  it('are joined as it joins them: what differs', async () => {
    renderInTestApp(
      <FleetCell
        cell={{
          platform: 'prod',
          state: 'present',
          marks: ['api', 'images', 'placement'],
        }}
        isReference={false}
        href="/impact"
        label=""
      />,
      inGerman({ 'fleet.differs': 'Vergleiche {{what}}' }),
    );

    expect(
      await screen.findByText('Vergleiche API, images und placement'),
    ).toBeVisible();
  });

  it('are joined as it joins them: the values of a fact', async () => {
    renderInTestApp(
      <FactText
        fact={{
          path: 'zones',
          label: 'Zones',
          value: { kind: 'list', items: ['a', 'b', 'c'] },
        }}
      />,
      inGerman({}),
    );

    expect(await screen.findByText('a, b und c')).toBeVisible();
  });

  it('are joined as it joins them: what a version is', async () => {
    renderInTestApp(
      <VersionSection
        requestRef={{
          platform: 'dev',
          promise: 'redis',
          namespace: 'team-a',
          name: 'cache',
        }}
        known={stateOf('available')}
        write={{ state: 'idle' }}
        ask={async () => false}
        settle={() => {}}
      />,
      {
        apis: [[kratixOperationsApiRef, anOperationsApi()]],
        ...inLanguage('ja', { 'manage.version.isFollowed': '追従中' }),
      },
    );

    expect(
      await screen.findByRole('radio', { name: 'v0.2.0 (追従中 applied)' }),
    ).toBeInTheDocument();
  });

  it('are quoted as it quotes them: why somebody paused it', async () => {
    renderInTestApp(<ManageNotices known={stateOf('paused')} />, {
      mountedRoutes,
      ...inGerman({ 'manage.last.noted': '„{{note}}“' }),
    });

    expect(
      await screen.findByText(/„Until the load test is over“/),
    ).toBeVisible();
  });
});
