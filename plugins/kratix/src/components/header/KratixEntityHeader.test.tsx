import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Entity } from '@backstage/catalog-model';
import { renderTestApp } from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  aKratixApi,
  anOperationsApi,
  anIncompleteEntity,
  aPromise,
  aPromiseEntity,
  aRequest,
  aRequestEntity,
} from '../../__fixtures__';
import {
  kratixApiRef,
  kratixOperationsApiRef,
  type KratixApi,
} from '../../api';
import kratixPlugin from '../..';

jest.setTimeout(60_000);

const patience = { timeout: 20_000 };

function renderTab(
  entity: Entity,
  answers: Partial<KratixApi>,
  disabled: string[] = [],
) {
  const { kind, metadata } = entity;
  renderTestApp({
    features: [catalogPlugin, kratixPlugin],
    config: {
      app: {
        baseUrl: 'http://localhost:3000',
        extensions: disabled.map(id => ({ [id]: false })),
      },
      backend: { baseUrl: 'http://localhost:7007' },
    },
    initialRouteEntries: [
      `/catalog/default/${kind.toLowerCase()}/${metadata.name}/manage`,
    ],
    apis: [
      [catalogApiRef, catalogApiMock({ entities: [entity] })],
      [kratixApiRef, aKratixApi(answers)],
      [kratixOperationsApiRef, anOperationsApi()],
    ],
  });
}

const owned = (entity: Entity): Entity => ({
  ...entity,
  relations: [
    { type: 'ownedBy', targetRef: 'group:default/checkout' },
    { type: 'partOf', targetRef: 'system:default/shop' },
  ],
});

const knownRequest: Partial<KratixApi> = {
  fetchRequest: async () => ({ ok: true, value: aRequest(Date.now()) }),
};

/** It stands when the entity is known. */
const findMenuButton = () =>
  screen.findByRole('button', { name: 'More actions' }, patience);

describe('the header of what Kratix made', () => {
  it('says on every tab how a request fares', async () => {
    renderTab(aRequestEntity('cache'), knownRequest);

    expect(
      await screen.findByText('Status', undefined, patience),
    ).toBeVisible();
    expect(await screen.findByText('Ready')).toBeVisible();
  });

  it('says whether a service can be ordered', async () => {
    renderTab(aPromiseEntity('redis'), {
      fetchPromise: async () => ({ ok: true, value: aPromise(Date.now()) }),
    });

    expect(
      await screen.findByText('Available', undefined, patience),
    ).toBeVisible();
  });

  it('claims nothing that the platform does not confirm', async () => {
    renderTab(aRequestEntity('cache'), {
      fetchRequest: async () => ({
        ok: true,
        value: aRequest(Date.now(), {
          freshness: {
            state: 'stale',
            problem: {
              reason: 'unreachable',
              message: 'ECONNREFUSED',
              since: new Date().toISOString(),
            },
          },
        }),
      }),
    });

    expect(
      await screen.findByText('Not reported', undefined, patience),
    ).toBeVisible();
    expect(screen.queryByText('Ready')).not.toBeInTheDocument();
  });

  it('says what the catalog last knew while nobody answers', async () => {
    renderTab(aRequestEntity('cache'), {});

    // What the annotation of the entity says.
    expect(
      await screen.findByText('Setting up', undefined, patience),
    ).toBeVisible();
  });

  it('claims nothing of what is gone before the catalog knows', async () => {
    renderTab(aRequestEntity('cache'), {
      fetchRequest: async () => ({
        ok: false,
        problem: { kind: 'notFound', message: 'gone' },
      }),
    });

    expect(
      await screen.findByText('Removed', undefined, patience),
    ).toBeVisible();
    expect(screen.queryByText('Setting up')).not.toBeInTheDocument();
  });

  it('keeps what the header of the catalog has: kind, owner, system, favourite and tabs', async () => {
    renderTab(owned(aRequestEntity('cache')), knownRequest);

    await findMenuButton();
    expect(await screen.findByText('Resource')).toBeVisible();
    expect(screen.getByText('kratix-resource')).toBeVisible();
    expect(
      await screen.findByRole('link', { name: /checkout/ }),
    ).toHaveAttribute('href', '/catalog/default/group/checkout');
    expect(screen.getByRole('link', { name: /shop/ })).toHaveAttribute(
      'href',
      '/catalog/default/system/shop',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Add to favorites' }),
    );
    expect(
      await screen.findByRole('button', { name: 'Remove from favorites' }),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'Manage' })).toBeVisible();
  });

  it('keeps the menu, with the items of the catalog and ours', async () => {
    renderTab(aRequestEntity('cache'), knownRequest);

    await userEvent.click(await findMenuButton());
    const items = await screen.findAllByRole('menuitem');

    expect(items.map(({ textContent }) => textContent)).toEqual(
      expect.arrayContaining([
        'Run again',
        'Pause',
        'Resume',
        'Remove…',
        expect.stringMatching(/Inspect/),
      ]),
    );
  });

  it('offers in the menu of a service nothing that is for requests', async () => {
    renderTab(aPromiseEntity('redis'), {});

    await userEvent.click(await findMenuButton());
    await screen.findByRole('menuitem', { name: /Inspect/ });

    expect(
      screen.queryByRole('menuitem', { name: 'Remove…' }),
    ).not.toBeInTheDocument();
  });

  it('has no status for an entity that does not say what it stands for', async () => {
    renderTab(anIncompleteEntity(), {});

    await findMenuButton();

    expect(screen.queryByText('Status')).not.toBeInTheDocument();
  });

  it('can be switched off, for the header of the catalog', async () => {
    renderTab(aRequestEntity('cache'), knownRequest, [
      'entity-header-layout:kratix',
    ]);

    await findMenuButton();

    expect(screen.queryByText('Status')).not.toBeInTheDocument();
  });
});
