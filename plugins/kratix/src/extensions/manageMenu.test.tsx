import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Entity } from '@backstage/catalog-model';
import { toastApiRef } from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  aKratixApi,
  anOperationsApi,
  anIncompleteEntity,
  aRequest,
  aRequestEntity,
  someOperations,
} from '../__fixtures__';
import {
  kratixApiRef,
  kratixOperationsApiRef,
  type OperationsApi,
} from '../api';
import kratixPlugin from '..';

jest.setTimeout(60_000);

async function openMenu(entity: Entity, operations: Partial<OperationsApi>) {
  const post = jest.fn();
  const { kind, metadata } = entity;
  renderTestApp({
    features: [catalogPlugin, kratixPlugin],
    initialRouteEntries: [
      `/catalog/default/${kind.toLowerCase()}/${metadata.name}`,
    ],
    apis: [
      [catalogApiRef, catalogApiMock({ entities: [entity] })],
      [
        kratixApiRef,
        aKratixApi({
          fetchRequest: async () => ({ ok: true, value: aRequest(Date.now()) }),
        }),
      ],
      [kratixOperationsApiRef, anOperationsApi(operations)],
      [toastApiRef, { post }],
    ],
  });
  const button = await screen.findByRole(
    'button',
    { name: 'More actions' },
    { timeout: 20_000 },
  );
  await userEvent.click(button);
  return { post };
}

const choose = async (name: string) =>
  userEvent.click(await screen.findByRole('menuitem', { name }));

describe('the menu of a request', () => {
  it('asks nothing before something is chosen, then does it to the object that it read', async () => {
    const fetchOperations = jest.fn(async () => ({
      ok: true as const,
      value: someOperations(Date.now(), { uid: 'b6f7' }),
    }));
    const operate = jest.fn<
      ReturnType<OperationsApi['operate']>,
      Parameters<OperationsApi['operate']>
    >(async () => ({ ok: true, value: { operation: 'pause', uid: 'b6f7' } }));
    const { post } = await openMenu(aRequestEntity('cache'), {
      fetchOperations,
      operate,
    });
    expect(fetchOperations).not.toHaveBeenCalled();

    await choose('Pause');

    await waitFor(() =>
      expect(post).toHaveBeenCalledWith(
        expect.objectContaining({ status: 'success' }),
      ),
    );
    expect(operate.mock.calls).toEqual([
      [
        expect.objectContaining({ name: 'cache', platform: 'dev' }),
        { name: 'pause', body: { uid: 'b6f7' } },
      ],
    ]);
  });

  it('says why something cannot be done now', async () => {
    const { post } = await openMenu(aRequestEntity('cache'), {
      fetchOperations: async () => ({
        ok: true,
        value: someOperations(Date.now()),
      }),
    });

    await choose('Resume');

    await waitFor(() =>
      expect(post).toHaveBeenCalledWith({
        title: 'It was not done.',
        description: 'It is not paused.',
        status: 'danger',
      }),
    );
  });

  it('says that an entity does not tell which request it stands for', async () => {
    const { post } = await openMenu(anIncompleteEntity(), {});

    await choose('Run again');

    await waitFor(() =>
      expect(post).toHaveBeenCalledWith(
        expect.objectContaining({
          description: 'The entity does not say which request it stands for.',
        }),
      ),
    );
  });

  it('leads to the question whether to remove it', async () => {
    await openMenu(aRequestEntity('cache'), {});

    expect(
      await screen.findByRole('menuitem', { name: 'Remove…' }),
    ).toHaveAttribute('href', expect.stringMatching(/\/manage\?ask=remove$/));
  });
});
