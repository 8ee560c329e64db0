import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  entityRouteRef,
  EntityProvider,
} from '@backstage/plugin-catalog-react';
import {
  aKratixApi,
  anOperationsApi,
  aPromiseEntity,
  promiseOperationsStates,
  somePromiseOperations,
} from '../../__fixtures__';
import {
  kratixApiRef,
  kratixOperationsApiRef,
  type OperationsApi,
} from '../../api';
import { EntityManageContent } from './EntityManageContent';

jest.setTimeout(30_000);

function renderManage(operations: Partial<OperationsApi>) {
  return renderInTestApp(
    <EntityProvider entity={aPromiseEntity('redis')}>
      <EntityManageContent />
    </EntityProvider>,
    {
      apis: [
        [kratixApiRef, aKratixApi()],
        [kratixOperationsApiRef, anOperationsApi(operations)],
      ],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}

function answerOf(id: string): Partial<OperationsApi> {
  const answer = promiseOperationsStates().find(each => each.id === id)?.answer;
  if (!answer) {
    throw new Error(`No answer in state ${id}`);
  }
  return { fetchPromiseOperations: async () => answer };
}

describe('managing a service', () => {
  it('asks for what was chosen, of the object that was read, and reads again', async () => {
    const fetchPromiseOperations = jest.fn(async () => ({
      ok: true as const,
      value: somePromiseOperations(),
    }));
    const operatePromise = jest.fn<
      ReturnType<OperationsApi['operatePromise']>,
      Parameters<OperationsApi['operatePromise']>
    >(async () => ({ ok: true, value: { operation: 'pause', uid: 'p1' } }));
    renderManage({ fetchPromiseOperations, operatePromise });

    await userEvent.click(await screen.findByRole('button', { name: 'Pause' }));

    expect(await screen.findByText('Asked. The page follows.')).toBeVisible();
    expect(operatePromise.mock.calls).toEqual([
      [
        expect.objectContaining({ promise: 'redis' }),
        { name: 'pause', body: { uid: 'p1' } },
      ],
    ]);
    await waitFor(() =>
      expect(fetchPromiseOperations).toHaveBeenCalledTimes(2),
    );
  });

  it('offers to resume what is paused, and says what waits for it', async () => {
    renderManage(answerOf('paused'));

    expect(await screen.findByRole('button', { name: 'Resume' })).toBeEnabled();
    expect(screen.getByRole('button', { name: 'Run again' })).toBeDisabled();
    expect(
      screen.getByRole('button', { name: 'Run all again' }),
    ).toHaveAccessibleDescription('It is paused: resume it first.');
  });

  it('names the permission of what may not be done', async () => {
    renderManage(answerOf('forbidden-writes'));

    expect(
      await screen.findByRole('button', { name: 'Run again' }),
    ).toHaveAccessibleDescription(
      'You need the permission kratix.promise.rerun.',
    );
  });

  it('says why it was not done', async () => {
    renderManage({
      ...answerOf('available'),
      operatePromise: async () => ({
        ok: false,
        problem: { kind: 'failed', message: 'Another one has its name now' },
      }),
    });

    await userEvent.click(
      await screen.findByRole('button', { name: 'Run all again' }),
    );

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'It was not done.Another one has its name now',
    );
  });

  it.each([
    { id: 'forbidden', text: 'You may not see this.' },
    {
      id: 'unreachable',
      text: 'dev does not answer, and nothing is known yet.',
    },
    { id: 'notFound', text: 'redis is no longer offered by the platform.' },
  ])('says why there is nothing to choose: $id', async ({ id, text }) => {
    renderManage(answerOf(id));

    expect(await screen.findByText(text)).toBeVisible();
  });

  it('violates no rule of accessibility', async () => {
    const { container } = renderManage(answerOf('paused'));
    await screen.findByRole('button', { name: 'Resume' });

    // What jsdom cannot compute, the browser run does.
    const { violations } = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false } },
    });

    expect(violations).toEqual([]);
  });
});
