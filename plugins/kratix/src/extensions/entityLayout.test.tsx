import { screen } from '@testing-library/react';
import type { Entity } from '@backstage/catalog-model';
import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  aKratixApi,
  aPromise,
  aPromiseEntity,
  aRequest,
  aRequestEntity,
} from '../__fixtures__';
import { kratixApiRef } from '../api';
import kratixPlugin from '..';

jest.setTimeout(60_000);

const kratixApi = aKratixApi({
  fetchPromise: async () => ({ ok: true, value: aPromise(Date.now()) }),
  fetchRequest: async () => ({ ok: true, value: aRequest(Date.now()) }),
});

/** Cards of somebody else's, which a portal lists before ours. */
const neighbours = createFrontendPlugin({
  pluginId: 'neighbours',
  extensions: [
    EntityCardBlueprint.make({
      name: 'content',
      params: { type: 'content', loader: async () => <p>A content card</p> },
    }),
    EntityCardBlueprint.make({
      name: 'untyped',
      params: { loader: async () => <p>A card without a type</p> },
    }),
    EntityCardBlueprint.make({
      name: 'info',
      params: { type: 'info', loader: async () => <p>An info card</p> },
    }),
  ],
});

function renderOverview(entity: Entity, extensions: string[] = []) {
  const { kind, metadata } = entity;
  renderTestApp({
    features: [catalogPlugin, neighbours, kratixPlugin],
    config: {
      app: {
        baseUrl: 'http://localhost:3000',
        extensions: extensions.map(id => ({ [id]: false })),
      },
      backend: { baseUrl: 'http://localhost:7007' },
    },
    initialRouteEntries: [
      `/catalog/default/${kind.toLowerCase()}/${metadata.name}`,
    ],
    apis: [
      [catalogApiRef, catalogApiMock({ entities: [entity] })],
      [kratixApiRef, kratixApi],
    ],
  });
}

function isBefore(one: Node, other: Node): boolean {
  return Boolean(
    one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
}

const patience = { timeout: 20_000 };

describe('the overview of what Kratix made', () => {
  it.each([
    { entity: aRequestEntity('cache'), answer: 'Ready for 3 days' },
    { entity: aPromiseEntity('redis'), answer: 'Available' },
  ])('begins with the answer: $answer', async ({ entity, answer }) => {
    renderOverview(entity);

    const heading = await screen.findByRole(
      'heading',
      { name: answer },
      patience,
    );
    const info = await screen.findByText('An info card');
    const content = await screen.findByText('A content card');
    const untyped = await screen.findByText('A card without a type');

    expect(isBefore(heading, info)).toBe(true);
    expect(isBefore(info, content)).toBe(true);
    expect(isBefore(content, untyped)).toBe(true);
    expect(content.closest('.answer')).toBeNull();
  });

  it('still says what is wrong with the entity itself', async () => {
    const entity = aRequestEntity('cache');
    renderOverview({
      ...entity,
      metadata: {
        ...entity.metadata,
        annotations: {
          ...entity.metadata.annotations,
          'backstage.io/orphan': 'true',
        },
      },
    });

    const warning = await screen.findByText(
      /This entity is not referenced by any location/,
      undefined,
      patience,
    );
    const heading = await screen.findByRole('heading', {
      name: 'Ready for 3 days',
    });

    expect(isBefore(warning, heading)).toBe(true);
  });

  it('leaves the pages of everything else as the catalog lays them out', async () => {
    renderOverview({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'website', namespace: 'default' },
      spec: { type: 'website', owner: 'team-a', lifecycle: 'production' },
    });

    const info = await screen.findByText('An info card', undefined, patience);

    expect(info.closest('.split')).toBeNull();
  });

  it('can be switched off', async () => {
    renderOverview(aRequestEntity('cache'), ['entity-content-layout:kratix']);

    const heading = await screen.findByRole(
      'heading',
      { name: 'Ready for 3 days' },
      patience,
    );

    expect(heading.closest('.split')).toBeNull();
  });
});
