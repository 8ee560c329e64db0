import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import {
  anOperationsApi,
  aPromiseEntity,
  promiseOperationsStates,
  somePromiseOperations,
} from '../../__fixtures__';
import { kratixOperationsApiRef, type OperationsApi } from '../../api';
import { PromiseResume } from './PromiseResume';

jest.setTimeout(30_000);

const command = 'kubectl label promise redis kratix.io/paused-';

function renderResume(
  fetchPromiseOperations: OperationsApi['fetchPromiseOperations'],
) {
  renderInTestApp(
    <EntityProvider entity={aPromiseEntity('redis')}>
      <PromiseResume promiseRef={{ platform: 'dev', promise: 'redis' }} />
      <p>the rest of the card</p>
    </EntityProvider>,
    {
      apis: [
        [kratixOperationsApiRef, anOperationsApi({ fetchPromiseOperations })],
      ],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}

const answerOf = (id: string) =>
  promiseOperationsStates().find(each => each.id === id)?.answer;

describe('PromiseResume', () => {
  it('leads a person who may to where it is done', async () => {
    const answer = answerOf('paused');
    renderResume(async () => answer ?? new Promise(() => {}));

    expect(
      await screen.findByRole('link', { name: 'Resume it' }),
    ).toHaveAttribute(
      'href',
      expect.stringMatching(/^\/catalog\/default\/\w+\/[\w.-]+\/manage$/),
    );
    expect(screen.queryByText(command)).not.toBeInTheDocument();
  });

  it.each(['forbidden', 'unreachable'])(
    'names the command where the portal cannot tell, or not to this person: %s',
    async id => {
      const answer = answerOf(id);
      renderResume(async () => answer ?? new Promise(() => {}));

      expect(await screen.findByText(command)).toBeVisible();
      expect(screen.queryByRole('link')).not.toBeInTheDocument();
    },
  );

  it('names the command to a person who may not resume it', async () => {
    const { uid, operations } = somePromiseOperations({});
    renderResume(async () => ({
      ok: true,
      value: {
        uid,
        operations: operations.map(({ name }) => ({
          name,
          availability: 'forbidden',
          reason: 'You need the permission kratix.promise.pause.',
        })),
      },
    }));

    expect(await screen.findByText(command)).toBeVisible();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it('promises nothing while that is not known', async () => {
    renderResume(() => new Promise(() => {}));

    expect(await screen.findByText('the rest of the card')).toBeVisible();
    expect(screen.queryByText(command)).not.toBeInTheDocument();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
});
